package org.tucai.capturecode.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Symbols of version 5 with one block of 26 parity codewords, some of whose codewords are wrong and known to be uncertain. */
class SoftDecoderTest {
    private static final int VERSION = 5;
    private static final String OF_A_CAPTURE_CODE =
            "eyJhbGciOiJkaXIifQ..aB3-_x9Q.0123456789abcdefghijklmnopqrstuvwxyz.ABC";
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
    void holdsNothingForSureOfATextThatItDoesNotBelieve() throws WriterException {
        SoftDecoder decoder = decoder(OF_ANOTHER_CODE, 23);

        assertThat(decoder.decode()).isNull();

        assertThat(decoder.sure).containsOnly(0);
    }

    @Test
    void readsNothingWhenMoreIsWrongThanParityCanTell() throws WriterException {
        assertThat(decoded(OF_A_CAPTURE_CODE, 25)).isNull();
    }

    /** Of the seven bits in which two formats differ, four are wrong in both copies. */
    @Test
    void readsASymbolWhoseFormatInformationLooksMoreLikeAnotherFormat() throws WriterException {
        QRCode symbol = symbol(OF_ANOTHER_CODE);
        int bits = FormatInformation.bits(ErrorCorrectionLevel.L.getBits() << 3 | symbol.getMaskPattern());
        int differing = IntStream.range(0, 32)
                .map(other -> bits ^ FormatInformation.bits(other))
                .filter(difference -> Integer.bitCount(difference) == 7)
                .findFirst()
                .orElseThrow();
        float[] soft = soft(symbol);
        for (int wrong = 0; wrong < 4; wrong++) {
            int bit = Integer.numberOfTrailingZeros(differing);
            differing &= differing - 1;
            int row = bit < 6 ? bit : bit < 8 ? bit + 1 : 8;
            int column = bit < 8 ? 8 : bit == 8 ? 7 : 14 - bit;
            soft[row * layout.size + column] *= -1;
            soft[bit < 8 ? 8 * layout.size + layout.size - 1 - bit : (layout.size - 15 + bit) * layout.size + 8] *= -1;
        }

        assertThat(new SoftDecoder(layout, soft).decode()).isEqualTo(OF_ANOTHER_CODE);
    }

    private String decoded(String text, int wrongWords) throws WriterException {
        return decoder(text, wrongWords).decode();
    }

    private SoftDecoder decoder(String text, int wrongWords) throws WriterException {
        float[] soft = soft(symbol(text));
        for (int word = 0; word < wrongWords; word++) {
            for (int bit = 0; bit < 8; bit++) {
                soft[layout.order[(4 * word + 1) * 8 + bit]] *= -0.05f;
            }
        }
        return new SoftDecoder(layout, soft);
    }

    private static QRCode symbol(String text) throws WriterException {
        return Encoder.encode(text, ErrorCorrectionLevel.L, Map.of(EncodeHintType.QR_VERSION, VERSION));
    }

    private float[] soft(QRCode symbol) {
        float[] soft = new float[layout.size * layout.size];
        for (int module = 0; module < soft.length; module++) {
            soft[module] = symbol.getMatrix().get(module % layout.size, module / layout.size) == 1 ? 1 : -1;
        }
        return soft;
    }
}
