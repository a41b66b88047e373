package org.tucai.delivery;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.tucai.platform.time.ChinaTime;

/** An entry whose Chinese name every usual program reads, with the time that clocks in China show. */
final class ArchiveEntry {
    /** Info-ZIP Unicode Path Extra Field (APPNOTE 4.6.9). */
    private static final short UNICODE_PATH = 0x7075;

    private static final byte VERSION = 1;
    private static final int ID_AND_SIZE = 2 * Short.BYTES;
    private static final int VERSION_AND_CHECK = Byte.BYTES + Integer.BYTES;

    private ArchiveEntry() {}

    /** A ZIP keeps a time without its zone: in the machine's zone the same photo would have another time on another server. */
    static ZipEntry of(String name, Instant at) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ChinaTime.offset(at).toLocalDateTime());
        entry.setExtra(unicodePath(name));
        return entry;
    }

    /**
     * The name once more, in UTF-8. The JDK marks names as UTF-8 but the entry as made by MS-DOS, and Debian's and Ubuntu's
     * {@code unzip} then takes the name for code page 437 whatever the mark says; this field it believes.
     */
    private static byte[] unicodePath(String name) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        CRC32 check = new CRC32();
        check.update(utf8);
        return ByteBuffer.allocate(ID_AND_SIZE + VERSION_AND_CHECK + utf8.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(UNICODE_PATH)
                .putShort((short) (VERSION_AND_CHECK + utf8.length))
                .put(VERSION)
                .putInt((int) check.getValue())
                .put(utf8)
                .array();
    }
}
