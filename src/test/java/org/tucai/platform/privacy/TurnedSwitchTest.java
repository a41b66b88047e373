package org.tucai.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tucai.platform.privacy.Algorithms.INTERNATIONAL;
import static org.tucai.platform.privacy.Algorithms.NATIONAL;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The setting tucai.algorithms changes between two starts on the same data. */
class TurnedSwitchTest {
    private static final String CONTEXT = "account.phone";
    private static final String PHONE = "13812345678";
    private static final byte[] PICTURE = "a picture".repeat(1000).getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private final ProofRows database = new ProofRows();

    private KeyRing start(Algorithms algorithms) {
        return new KeyRing(folder, database, InstantSource.system(), algorithms);
    }

    private Vault vault(Algorithms algorithms) {
        return new Vault(start(algorithms));
    }

    private static Algorithms others(Algorithms family) {
        return family == NATIONAL ? INTERNATIONAL : NATIONAL;
    }

    @ParameterizedTest
    @EnumSource
    void dataSealedBeforeAndAfterTheSwitchOpensUnderEitherSetting(Algorithms first) {
        byte[] before = vault(first).seal(PICTURE, CONTEXT);
        byte[] after = vault(others(first)).seal(PICTURE, CONTEXT);

        for (Algorithms now : Algorithms.values()) {
            assertThat(vault(now).open(before, CONTEXT)).isEqualTo(PICTURE);
            assertThat(vault(now).open(after, CONTEXT)).isEqualTo(PICTURE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyTextIsSealedAndOpenedToo(Algorithms family) {
        Vault vault = vault(family);

        assertThat(vault.openText(vault.sealText("", CONTEXT), CONTEXT)).isEmpty();
    }

    @Test
    void sealedBytesNameTheirAlgorithmAndAreOfEqualLength() {
        byte[] tink = vault(INTERNATIONAL).seal(PICTURE, CONTEXT);
        byte[] sm4 = vault(NATIONAL).seal(PICTURE, CONTEXT);

        assertThat(tink).startsWith(1).hasSize(PICTURE.length + 33);
        assertThat(sm4).startsWith(4, 0, 0, 0, 1).hasSize(PICTURE.length + 33);
    }

    @Test
    void sealingTheSameDataTwiceGivesDifferentBytes() {
        Vault vault = vault(NATIONAL);

        assertThat(vault.seal(PICTURE, CONTEXT)).isNotEqualTo(vault.seal(PICTURE, CONTEXT));
    }

    @Test
    void aChangedByteATruncationOrAnotherContextIsRefused() {
        Vault vault = vault(NATIONAL);
        byte[] sealed = vault.seal(PHONE.getBytes(StandardCharsets.UTF_8), CONTEXT);

        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            refuses(vault, changed, CONTEXT);
            refuses(vault, Arrays.copyOf(sealed, i), CONTEXT);
        }
        refuses(vault, sealed, "account.openid");
    }

    private static void refuses(Vault vault, byte[] sealed, String context) {
        assertThatThrownBy(() -> vault.open(sealed, context)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void dataSealedAfterAKeyExchangeDoesNotOpenWithTheEarlierKeys() {
        KeyRing first = start(NATIONAL);
        String before = new Vault(first).sealText(PHONE, CONTEXT);
        first.exchange();
        Vault renewed = vault(NATIONAL);
        String after = renewed.sealText(PHONE, CONTEXT);

        assertThat(renewed.openText(before, CONTEXT)).isEqualTo(PHONE);
        assertThat(Base64.getDecoder().decode(after)).startsWith(4, 0, 0, 0, 2);
        refuses(new Vault(first), Base64.getDecoder().decode(after), CONTEXT);
    }

    @ParameterizedTest
    @EnumSource
    void blindIndexesStayWhatTheyWereWhenTheDataBegan(Algorithms first) {
        String index = vault(first).blindIndex(PHONE, CONTEXT);

        KeyRing turned = start(others(first));
        turned.exchange();

        assertThat(new Vault(turned).blindIndex(PHONE, CONTEXT)).isEqualTo(index);
        assertThat(vault(others(first)).blindIndex(PHONE, CONTEXT)).isEqualTo(index);
    }

    @Test
    void dataThatBeginsUnderTheNationalAlgorithmsIsIndexedWithThem() {
        String national = vault(NATIONAL).blindIndex(PHONE, CONTEXT);

        Vault elsewhere =
                new Vault(new KeyRing(folder, new ProofRows(), InstantSource.system(), INTERNATIONAL)); // the same keys

        assertThat(elsewhere.blindIndex(PHONE, CONTEXT)).isNotEqualTo(national).hasSize(43);
        assertThat(national).hasSize(43);
    }

    @ParameterizedTest
    @EnumSource
    void aTicketSignedBeforeTheSwitchIsStillValidAndAForgedOneIsNot(Algorithms first) {
        String signature = start(first).signing("upload-ticket", 16).of("tkt_1");

        Signing turned = start(others(first)).signing("upload-ticket", 16);

        assertThat(turned.of("tkt_1")).isNotEqualTo(signature).hasSize(22);
        assertThat(turned.holds("tkt_1", signature)).isTrue();
        assertThat(turned.holds("tkt_1", turned.of("tkt_1"))).isTrue();
        assertThat(turned.holds("tkt_2", signature)).isFalse();
        assertThat(turned.holds("tkt_1", "")).isFalse();
    }

    @Test
    void aKeyExchangeInvalidatesTicketsOfEitherAlgorithmFamily() {
        KeyRing before = start(NATIONAL);
        String national = before.signing("upload-ticket", 16).of("tkt_1");
        String international = start(INTERNATIONAL).signing("upload-ticket", 16).of("tkt_1");
        before.exchange();

        Signing after = start(NATIONAL).signing("upload-ticket", 16);

        assertThat(after.holds("tkt_1", national)).isFalse();
        assertThat(after.holds("tkt_1", international)).isFalse();
    }

    @Test
    void theStartNamesTheAlgorithmsUnderTheNationalSetting() {
        assertThat(start(INTERNATIONAL).remarks()).isEmpty();
        assertThat(start(NATIONAL).remarks())
                .containsExactly("Seals with SM4-GCM (tucai.algorithms), hashes lookup values with HMAC-SHA-256,"
                        + " as since the data began");
    }
}
