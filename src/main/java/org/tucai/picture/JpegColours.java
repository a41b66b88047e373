package org.tucai.picture;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The colour space that a JPEG file declares: by an ICC profile, else by the camera's mark in the EXIF block. A segment holds at
 * most 64 KiB, so a profile is split into up to 255 numbered ones before the first scan (ICC.1:2022, annex B.4). A profile with a
 * missing or duplicate part counts as absent.
 */
final class JpegColours {
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int SOS = 0xDA;
    private static final String EXIF = "Exif\0\0";
    private static final String PROFILE = "ICC_PROFILE\0";
    /** The name, then which part this is, from 1, and how many there are. */
    private static final int HEAD = PROFILE.length() + 2;

    private static final int MOST_SEGMENTS = 255;

    private final List<Bytes> profile = new ArrayList<>();
    private boolean adobeRgb;

    private JpegColours() {}

    /** The conversion to sRGB; null when there is nothing to change or the colour space is unknown. */
    static @Nullable ToSrgb toSrgb(Bytes jpeg, int components) throws UnreadablePicture {
        JpegColours said = new JpegColours();
        said.walk(jpeg);
        if (said.profile.isEmpty() && said.adobeRgb && components == 3) {
            return CodedColours.ADOBE_RGB.toSrgb();
        }
        return IccProfile.toSrgb(said.joined(), components);
    }

    /** The embedded profile, reassembled; empty when there is none. */
    static Bytes profile(Bytes jpeg) throws UnreadablePicture {
        JpegColours said = new JpegColours();
        said.walk(jpeg);
        return said.joined();
    }

    /** Walks up to the first scan; {@link JpegHeader} has already checked the segments. */
    private void walk(Bytes jpeg) throws UnreadablePicture {
        int at = 2;
        while (jpeg.u8(at + 1) != SOS) {
            int marker = jpeg.u8(at + 1);
            if (marker == 0xFF) {
                at++; // fill byte
            } else if (JpegHeader.standsAlone(marker)) {
                at += 2;
            } else {
                int length = jpeg.u16be(at + 2);
                segment(marker, jpeg.part(at + 4, length - 2));
                at += 2 + length;
            }
        }
    }

    private void segment(int marker, Bytes body) throws UnreadablePicture {
        if (marker == APP2 && body.length() >= HEAD && body.begins(PROFILE) && profile.size() <= MOST_SEGMENTS) {
            profile.add(body);
        } else if (marker == APP1 && body.begins(EXIF)) {
            adobeRgb |= Exif.isAdobeRgb(body.part(EXIF.length(), body.length() - EXIF.length()));
        }
    }

    private Bytes joined() throws UnreadablePicture {
        Bytes[] parts = new Bytes[profile.size()];
        int length = 0;
        for (Bytes segment : profile) {
            int number = segment.u8(PROFILE.length());
            boolean fits = number >= 1 && number <= parts.length && parts[number - 1] == null;
            if (!fits || segment.u8(PROFILE.length() + 1) != parts.length) {
                return Bytes.NONE;
            }
            parts[number - 1] = segment.part(HEAD, segment.length() - HEAD);
            length += segment.length() - HEAD;
        }
        if (length > IccProfile.MAX_BYTES) {
            return Bytes.NONE;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(length);
        for (Bytes part : parts) {
            part.writeTo(out);
        }
        return Bytes.of(out.toByteArray());
    }
}
