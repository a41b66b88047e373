package org.tucai.picture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** What a PNG file says that its colours mean: by code in cICP, which goes before, or by an ICC profile in iCCP. */
final class PngColours {
    private static final int FIRST_CHUNK = 8;
    private static final int LONGEST_NAME = 79;

    private PngColours() {}

    static @Nullable ToSrgb toSrgb(Bytes png, int components) throws UnreadablePicture {
        Bytes packed = null;
        int at = FIRST_CHUNK;
        while (true) {
            String name = png.ascii(at + 4, 4);
            Bytes body = PngHeader.chunk(png, at);
            at += 12 + body.length();
            switch (name) {
                case "cICP" -> {
                    CodedColours coded = CodedColours.of(body);
                    if (coded != null) {
                        return coded.toSrgb();
                    }
                }
                case "iCCP" -> packed = packed == null ? body : packed; // one is allowed, and one is unpacked
                case "IDAT" -> {
                    return packed == null ? null : IccProfile.toSrgb(inflated(packed), components);
                }
                default -> {
                    // says nothing about colours
                }
            }
        }
    }

    /** A profile has a name, ended by a zero, and the number of its compression, which can only be 0 (ISO/IEC 15948, 11.3.2.3). */
    private static Bytes inflated(Bytes body) throws UnreadablePicture {
        int end = body.find(0, 0);
        if (end > LONGEST_NAME || body.u8(end + 1) != 0) {
            return Bytes.NONE;
        }
        byte[] packed = body.copy(end + 2, body.length() - end - 2);
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            byte[] profile = in.readNBytes(IccProfile.MAX_BYTES + 1); // however much a small chunk would unpack to
            return profile.length > IccProfile.MAX_BYTES ? Bytes.NONE : Bytes.of(profile);
        } catch (IOException e) {
            return Bytes.NONE;
        }
    }
}
