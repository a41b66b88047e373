package org.tucai.picture;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Colours named by the code points of ITU-T H.273, as a PNG's cICP does. High dynamic range (PQ, HLG) is not supported: how it
 * should look in sRGB is a matter of taste.
 *
 * @param light the matrix from the light of the primaries (second index) to red, green and blue light of sRGB (first index)
 * @param tone the curve of each of the three components
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CodedColours(double[][] light, double[] tone) {
    /** Matrices from BT.709 (sRGB's primaries), BT.2020 (ITU-R BT.2087) and Display P3 (SMPTE EG 432-1), all with white D65, to sRGB. */
    private static final Map<Integer, double[][]> LIGHT = Map.of(
            1, new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
            9,
                    new double[][] {
                        {1.6604910, -0.5876411, -0.0728499},
                        {-0.1245505, 1.1328999, -0.0083494},
                        {-0.0181508, -0.1005789, 1.1187297}
                    },
            12,
                    new double[][] {
                        {1.2249402, -0.2249402, 0}, {-0.0420570, 1.0420570, 0}, {-0.0196376, -0.0786361, 1.0982735}
                    });

    private static final Map<Integer, double[]> TONES =
            Map.of(4, ToneCurve.gamma(2.2), 5, ToneCurve.gamma(2.8), 8, ToneCurve.gamma(1), 13, ToneCurve.srgb());

    /** Adobe RGB (1998), version 2005-05, which has no code point. */
    static final CodedColours ADOBE_RGB = new CodedColours(
            new double[][] {{1.3983557, -0.3983557, 0}, {0, 1, 0}, {0, -0.0429290, 1.0429290}},
            ToneCurve.gamma(563 / 256.0));

    /** Reads the body of a cICP: primaries, transfer, matrix (0 in a PNG), full range (1); null when not supported. */
    static @Nullable CodedColours of(Bytes body) throws UnreadablePicture {
        double[][] light = LIGHT.get(body.u8(0));
        double[] tone = TONES.get(body.u8(1));
        boolean plain = body.u8(2) == 0 && body.u8(3) == 1;
        return light == null || tone == null || !plain ? null : new CodedColours(light, tone);
    }

    @Nullable
    ToSrgb toSrgb() {
        return MatrixColours.of(light, new double[][] {tone, tone, tone});
    }
}
