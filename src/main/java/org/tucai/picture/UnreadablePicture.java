package org.tucai.picture;

/** A file that is not decoded, with the reason as a name; the message says nothing about the file's content. */
public final class UnreadablePicture extends Exception {
    private static final long serialVersionUID = 1L;
    private final Reason reason;

    public UnreadablePicture(Reason reason) {
        super("picture not readable: " + reason);
        this.reason = reason;
    }

    public UnreadablePicture(Reason reason, Throwable cause) {
        super("picture not readable: " + reason, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why a file is not decoded. */
    public enum Reason {
        /** No bytes at all. */
        EMPTY,
        /** Begins like no known picture. */
        NOT_A_PICTURE,
        /** HEIC, HEIF or AVIF: has to be saved as JPEG first. */
        HEIC_UNSUPPORTED,
        /** A known kind in a variant that is not decoded: lossless, arithmetic or 12-bit JPEG, exotic BMP. */
        VARIANT_UNSUPPORTED,
        /** Ends before the picture does. */
        TRUNCATED,
        /** Larger than {@link PictureHeader#MAX_BYTES}. */
        TOO_MANY_BYTES,
        /**
         * More than {@link PictureHeader#MAX_PIXELS}, or {@link PictureHeader#MAX_DECODED_BYTES}, or a side over {@link
         * PictureHeader#MAX_SIDE}.
         */
        TOO_MANY_PIXELS,
        /** Contradicts itself, or the decoder gave up. */
        CORRUPT
    }
}
