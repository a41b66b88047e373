package org.tucai.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SealedMessageTest {
    private final ECKey sender = key(1, "unit-sig-1", KeyUse.SIGNATURE);
    private final ECKey receiver = key(2, "authority-enc", KeyUse.ENCRYPTION);
    private final JWKSet senders = new JWKSet(sender.toPublicJWK());
    private final byte[] content = "图像".getBytes(StandardCharsets.UTF_8);

    private static ECKey key(long seed, String kid, KeyUse use) {
        byte[] secret = new byte[64];
        new Random(seed).nextBytes(secret);
        return KeyMaking.fromSecret(secret, kid, use);
    }

    @Test
    void opensForItsReceiver() throws MessageRefused {
        String message = SealedMessage.seal("p", content, sender, receiver);

        assertThat(SealedMessage.open("p", message, receiver, senders)).isEqualTo(content);
        assertThat(message).doesNotContain(new String(content, StandardCharsets.UTF_8));
    }

    @Test
    void makesTheSameKeyFromTheSameSecret() {
        assertThat(key(1, "unit-sig-1", KeyUse.SIGNATURE)).isEqualTo(sender);
    }

    @Test
    void refusesOtherPurposesSendersReceiversAndChanges() {
        String message = SealedMessage.seal("p", content, sender, receiver);
        ECKey impostor = key(3, "unit-sig-1", KeyUse.SIGNATURE);
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
        refuses("p", "eyJhbGciOiJub25lIiwidHlwIjoicCIsImtpZCI6InVuaXQtc2lnLTEifQ.e30.", receiver);
    }

    private void refuses(String purpose, String message, ECKey key) {
        assertThatThrownBy(() -> SealedMessage.open(purpose, message, key, senders))
                .isInstanceOf(MessageRefused.class);
    }
}
