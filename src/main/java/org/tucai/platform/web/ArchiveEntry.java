package org.tucai.platform.web;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.tucai.platform.time.ChinaTime;

/** A ZIP entry whose Chinese name all common programs can read, with the local time in China. */
public final class ArchiveEntry {
    /** Info-ZIP Unicode Path Extra Field (APPNOTE 4.6.9). */
    private static final short UNICODE_PATH = 0x7075;

    private static final byte VERSION = 1;
    private static final int ID_AND_SIZE = 2 * Short.BYTES;
    private static final int VERSION_AND_CHECK = Byte.BYTES + Integer.BYTES;

    private ArchiveEntry() {}

    /** A ZIP stores times without a zone: in the machine's zone the same photo would have different times on different servers. */
    public static ZipEntry of(String name, Instant at) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ChinaTime.offset(at).toLocalDateTime());
        entry.setExtra(unicodePath(name));
        return entry;
    }

    /**
     * The name once more, in UTF-8. The JDK flags names as UTF-8 but entries as made by MS-DOS, and then the {@code unzip} of Debian
     * and Ubuntu reads names as code page 437 despite the flag; it honours this field.
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
