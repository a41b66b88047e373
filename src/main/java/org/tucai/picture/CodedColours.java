package org.tucai.picture;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Colours named by the code points of ITU-T H.273, as a PNG's cICP does. Those of a screen with a wider range of light (PQ, HLG)
 * are not known here: what they look like in sRGB is a matter of taste.
 *
 * @param light what part of which primary (second index) is in red, green and blue light of sRGB (first index)
 * @param tone of each of the three components
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CodedColours(double[][] light, double[] tone) {
    /** The light of BT.709, BT.2020 (ITU-R BT.2087) and Display P3 (SMPTE EG 432-1), all of the white D65, in sRGB's, which is BT.709's. */
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

    /** Adobe RGB (1998), version 2005-05, to which no code belongs. */
    static final CodedColours ADOBE_RGB = new CodedColours(
            new double[][] {{1.3983557, -0.3983557, 0}, {0, 1, 0}, {0, -0.0429290, 1.0429290}},
            ToneCurve.gamma(563 / 256.0));

    /** The body of a cICP: primaries, transfer, matrix (0 in a PNG), full range (1); null when it is not known. */
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
