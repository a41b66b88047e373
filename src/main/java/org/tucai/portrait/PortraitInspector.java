package org.tucai.portrait;

import org.tucai.picture.UnreadablePicture;

/** Judges portraits. Safe for many threads at once. */
public interface PortraitInspector extends AutoCloseable {

    /**
     * Judges a picture as it stands: a finished file, or any picture; its geometry is judged as it is.
     *
     * @param picture the file, at most 10 MB
     * @throws UnreadablePicture when the bytes are no picture that can be judged
     */
    PortraitReport inspect(byte[] picture, Profile profile) throws UnreadablePicture;

    /**
     * Judges a phone picture, cuts it to the profile and encodes it. When there is not exactly one face, or pixels would have to
     * be invented, there is no finished file and a failed rule says why.
     *
     * @throws UnreadablePicture when the bytes are no picture that can be judged
     */
    Shot shoot(byte[] picture, Profile profile) throws UnreadablePicture;

    @Override
    void close();
}
