package org.tucai.picture;

import org.tucai.picture.UnreadablePicture.Reason;

/** Walks the blocks of a GIF file (GIF87a, GIF89a). */
final class GifHeader {
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2C;
    private static final int TRAILER = 0x3B;

    private GifHeader() {}

    static PictureHeader read(Bytes bytes) throws UnreadablePicture {
        int at = 13 + paletteBytes(bytes.u8(10));
        int frames = 0;
        boolean alpha = false;
        int width = bytes.u16le(6);
        int height = bytes.u16le(8);
        while (true) {
            int block = bytes.u8(at);
            if (block == TRAILER) {
                break;
            }
            if (block == EXTENSION) {
                alpha |= bytes.u8(at + 1) == 0xF9 && (bytes.u8(at + 3) & 1) != 0;
                at = afterSubBlocks(bytes, at + 2);
            } else if (block == IMAGE) {
                if (frames++ == 0) {
                    width = bytes.u16le(at + 5);
                    height = bytes.u16le(at + 7);
                }
                at = afterSubBlocks(bytes, at + 10 + paletteBytes(bytes.u8(at + 9)) + 1);
            } else {
                throw new UnreadablePicture(Reason.CORRUPT);
            }
        }
        if (frames == 0) {
            throw new UnreadablePicture(Reason.CORRUPT);
        }
        return new PictureHeader(
                PictureType.GIF, width, height, 1, frames > 1, 3, 8, alpha, 0, 0, 0, at + 1, bytes.length());
    }

    private static int paletteBytes(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private static int afterSubBlocks(Bytes bytes, int from) throws UnreadablePicture {
        int at = from;
        while (bytes.u8(at) != 0) {
            at += 1 + bytes.u8(at);
        }
        return at + 1;
    }
}
