package org.tucai.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class SealedMessageTest {
    private static final int NONCE = 2;
    private static final int CIPHER_TEXT = 3;

    private final MessageSuite suite;
    private final JWK sender;
    private final JWK receiver;
    private final JWKSet senders;
    private final byte[] content = "图像".getBytes(StandardCharsets.UTF_8);

    SealedMessageTest(MessageSuite suite) {
        this.suite = suite;
        this.sender = key(1, "unit-sig-1", KeyUse.SIGNATURE);
        this.receiver = key(2, "authority-enc", KeyUse.ENCRYPTION);
        this.senders = new JWKSet(sender.toPublicJWK());
    }

    private JWK key(long seed, String kid, KeyUse use) {
        return key(suite, seed, kid, use);
    }

    private static JWK key(MessageSuite suite, long seed, String kid, KeyUse use) {
        byte[] secret = new byte[64];
        new Random(seed).nextBytes(secret);
        return suite.key(secret, kid, use);
    }

    private MessageSuite theOther() {
        return suite == MessageSuite.SM2 ? MessageSuite.P256 : MessageSuite.SM2;
    }

    @Test
    void canBeOpenedByItsReceiver() throws MessageRefused {
        String message = SealedMessage.seal("p", content, sender, receiver);

        assertThat(SealedMessage.open("p", message, receiver, senders)).isEqualTo(content);
        assertThat(message).doesNotContain(new String(content, StandardCharsets.UTF_8));
    }

    @Test
    void namesItsPurposeAndSenderInTheHeader() throws MessageRefused {
        String message = SealedMessage.seal("p", content, sender, receiver.toPublicJWK());
        String beginning = message.substring(0, message.indexOf('.') + 1);

        SealedMessage.requireSender("p", beginning, senders);

        assertThat(new String(Base64.getUrlDecoder().decode(beginning.replace(".", "")), StandardCharsets.UTF_8))
                .contains("\"alg\":\"" + suite.signature() + "\"", "\"kid\":\"unit-sig-1\"", "\"typ\":\"p\"");
    }

    /** Equal messages would have been sealed with the same key and nonce, and anybody holding both could read them. */
    @Test
    void theSameContentIsSealedDifferentlyEachTime() throws ParseException {
        String[] one = sealed();
        String[] other = sealed();

        assertThat(one[NONCE]).isNotEqualTo(other[NONCE]);
        assertThat(one[CIPHER_TEXT]).isNotEqualTo(other[CIPHER_TEXT]);
    }

    /** The parts of the inner JWE. */
    private String[] sealed() throws ParseException {
        String message = SealedMessage.seal("p", content, sender, receiver);
        return JWSObject.parse(message).getPayload().toString().split("\\.");
    }

    @Test
    void keysOfTheSameSecretAreTheSame() {
        assertThat(key(1, "unit-sig-1", KeyUse.SIGNATURE)).isEqualTo(sender);
        assertThat(key(2, "unit-sig-1", KeyUse.SIGNATURE)).isNotEqualTo(sender);
    }

    /** Keys derived in another way after an update would be unknown to the authority, and could not open what was sealed before. */
    @Test
    void theKeyOfASecretIsTheSameInEveryRelease() {
        byte[] secret = new byte[64];
        Arrays.fill(secret, (byte) 0xFF);

        JWK key = suite.key(secret, "unit-sig-1", KeyUse.SIGNATURE);

        String x = switch (suite) {
            case P256 -> "Qp2qJGS7fsn1ksu65Na10fzeL4BkR-X-aCEKZT7iYDI";
            case SM2 -> "gC8OIZtMQvASQp3yo-TCcwXZWotGBXdPdXWVWT7gFAo";
        };
        assertThat(key.toJSONObject()).containsEntry("x", x);
    }

    @Test
    void cannotBeOpenedForAnotherPurposeSenderOrReceiver() {
        String message = SealedMessage.seal("p", content, sender, receiver);
        JWK impostor = key(3, "unit-sig-1", KeyUse.SIGNATURE);
        String forged = SealedMessage.seal("p", content, impostor, receiver);

        refuses("q", message, receiver);
        refuses("p", forged, receiver);
        refuses("p", message, key(4, "authority-enc", KeyUse.ENCRYPTION));
        refuses(
                "p",
                message.substring(0, message.length() / 2) + "A" + message.substring(message.length() / 2 + 1),
                receiver);
        refuses("p", "", receiver);
        refuses("p", "a.b.c", receiver);
        refuses("p", "bnVsbA.bnVsbA.AAAA", receiver); // null.null
        refuses("p", "eyJhbGciOiJub25lIiwidHlwIjoicCIsImtpZCI6InVuaXQtc2lnLTEifQ.e30.", receiver);
    }

    @Test
    void cannotBeOpenedAfterAnyChangeOrTruncation() {
        String message = SealedMessage.seal("p", content, sender, receiver);

        for (int i = 0; i < message.length(); i += 7) {
            char other = message.charAt(i) == 'A' ? 'Q' : 'A'; // only the upper bits of a part's last character count
            refuses("p", message.substring(0, i) + other + message.substring(i + 1), receiver);
            refuses("p", message.substring(0, i), receiver);
        }
    }

    /** A compressed message could be a thousand times as large once it is opened. */
    @Test
    void cannotBeOpenedIfItIsEncryptedInAnotherWayThanAgreed() throws JOSEException {
        JWEHeader compressed = new JWEHeader.Builder(suite.wrapping(), suite.encryption())
                .compressionAlgorithm(CompressionAlgorithm.DEF)
                .build();
        JWEHeader weaker = new JWEHeader(JWEAlgorithm.ECDH_ES, EncryptionMethod.A128GCM);

        refuses("p", sealed(suite, compressed, receiver), receiver);
        refuses(
                "p",
                sealed(MessageSuite.P256, weaker, key(MessageSuite.P256, 2, "authority-enc", KeyUse.ENCRYPTION)),
                receiver);
    }

    private String sealed(MessageSuite encrypting, JWEHeader header, JWK to) throws JOSEException {
        JWEObject encrypted = new JWEObject(header, new Payload(content));
        encrypted.encrypt(encrypting.encrypter(to));
        JWSObject signed = new JWSObject(
                new JWSHeader.Builder(suite.signature())
                        .type(new JOSEObjectType("p"))
                        .keyID(sender.getKeyID())
                        .build(),
                new Payload(encrypted.serialize()));
        signed.sign(suite.signer(sender));
        return signed.serialize();
    }

    @Test
    void mayNotMixTheSuites() {
        JWK foreign = key(theOther(), 2, "authority-enc", KeyUse.ENCRYPTION);
        JWK namesake = key(theOther(), 1, "unit-sig-1", KeyUse.SIGNATURE);
        String message = SealedMessage.seal("p", content, sender, receiver);

        assertThatThrownBy(() -> SealedMessage.seal("p", content, sender, foreign))
                .isInstanceOf(IllegalArgumentException.class);
        refuses("p", message, foreign);
        assertThatThrownBy(() -> SealedMessage.open("p", message, receiver, new JWKSet(namesake.toPublicJWK())))
                .isInstanceOf(MessageRefused.class);
    }

    private void refuses(String purpose, String message, JWK key) {
        assertThatThrownBy(() -> SealedMessage.open(purpose, message, key, senders))
                .isInstanceOf(MessageRefused.class);
    }
}
