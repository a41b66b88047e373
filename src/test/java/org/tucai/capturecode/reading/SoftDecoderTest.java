package org.tucai.capturecode.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Symbols of version 5 with one block of 26 parity codewords, some of whose codewords are wrong and known to be uncertain. */
class SoftDecoderTest {
    private static final int VERSION = 5;
    private static final String OF_A_CAPTURE_CODE = "eyJhbGciOiJkaXIifQ..aB3-_x9Q.0123456789abcdefghijklmnopqrstuvwxyz.ABC";
    private static final String OF_ANOTHER_CODE = OF_A_CAPTURE_CODE.replace('-', '/');

    private final SymbolLayout layout = SymbolLayout.of(VERSION);

    @Test
    void readsAnyTextWhileEnoughParityIsLeftToTellAWrongCorrection() throws WriterException {
        assertThat(decoded(OF_A_CAPTURE_CODE, 21)).isEqualTo(OF_A_CAPTURE_CODE);
        assertThat(decoded(OF_ANOTHER_CODE, 21)).isEqualTo(OF_ANOTHER_CODE);
    }

    @Test
    void readsBeyondThatOnlyTextsInTheAlphabetOfCaptureCodes() throws WriterException {
        assertThat(decoded(OF_A_CAPTURE_CODE, 23)).isEqualTo(OF_A_CAPTURE_CODE);
        assertThat(decoded(OF_ANOTHER_CODE, 23)).isNull();
    }

    @Test
    void readsNothingWhenMoreIsWrongThanParityCanTell() throws WriterException {
        assertThat(decoded(OF_A_CAPTURE_CODE, 25)).isNull();
    }

    private String decoded(String text, int wrongWords) throws WriterException {
        float[] soft = soft(text);
        for (int word = 0; word < wrongWords; word++) {
            for (int bit = 0; bit < 8; bit++) {
                soft[layout.order[(3 * word + 1) * 8 + bit]] *= -0.05f;
            }
        }
        return new SoftDecoder(layout, soft).decode();
    }

    private float[] soft(String text) throws WriterException {
        ByteMatrix symbol = Encoder.encode(
                        text, ErrorCorrectionLevel.L, Map.of(EncodeHintType.QR_VERSION, VERSION))
                .getMatrix();
        float[] soft = new float[layout.size * layout.size];
        for (int module = 0; module < soft.length; module++) {
            soft[module] = symbol.get(module % layout.size, module / layout.size) == 1 ? 1 : -1;
        }
        return soft;
    }
}
