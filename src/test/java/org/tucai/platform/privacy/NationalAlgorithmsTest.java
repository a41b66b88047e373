package org.tucai.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.junit.jupiter.api.Test;

/** The algorithms themselves, against the test vectors of the standards. */
class NationalAlgorithmsTest {
    private static final int BLOCK_BYTES = 64;

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    /** RFC 8998, A.1. */
    @Test
    void sm4GcmSealsLikeTheExampleOfTheRfc() throws GeneralSecurityException {
        byte[] key = hex("0123456789ABCDEFFEDCBA9876543210");
        byte[] nonce = hex("00001234567800000000ABCD");
        byte[] context = hex("FEEDFACEDEADBEEFFEEDFACEDEADBEEFABADDAD2");
        byte[] plain = hex("AAAAAAAAAAAAAAAABBBBBBBBBBBBBBBBCCCCCCCCCCCCCCCCDDDDDDDDDDDDDDDD"
                + "EEEEEEEEEEEEEEEEFFFFFFFFFFFFFFFFEEEEEEEEEEEEEEEEAAAAAAAAAAAAAAAA");
        byte[] sealed = hex("17F399F08C67D5EE19D0DC9969C4BB7D5FD46FD3756489069157B282BB200735"
                + "D82710CA5C22F0CCFA7CBF93D496AC15A56834CBCF98C397B4024A2691233B8D"
                + "83DE3541E4C2B58177E065A9BF7B62EC");

        assertThat(Sm4Gcm.seal(key, nonce, plain, context, 0)).isEqualTo(sealed);
        assertThat(Sm4Gcm.open(key, nonce, sealed, context, 0)).isEqualTo(plain);
    }

    @Test
    void sm4GcmRefusesAnythingShorterThanItsTag() {
        assertThatThrownBy(() -> Sm4Gcm.open(new byte[16], new byte[12], new byte[15], new byte[0], 0))
                .isInstanceOf(GeneralSecurityException.class);
    }

    /** GB/T 32905-2016, A.1 and A.2. */
    @Test
    void sm3HashesLikeTheExamplesOfTheStandard() {
        assertThat(sm3(bytes("abc")))
                .isEqualTo(hex("66C7F0F462EEEDD9D1F2D46BDC10E4E24167C4875CF2F7A2297DA02B8F4BA8E0"));
        assertThat(sm3(bytes("abcd".repeat(16))))
                .isEqualTo(hex("DEBE9FF92275B8A138604889C18E5A4D6FDB70E5387E5765293DCBA39C0C5732"));
    }

    /** RFC 2104, 2: H(K ⊕ opad, H(K ⊕ ipad, text)). */
    @Test
    void sm3HmacFollowsTheDefinitionOfTheRfc() {
        byte[] key = bytes("0123456789abcdef0123456789abcdef");
        byte[] inner = sm3(both(padded(key, 0x36), bytes("图采 tucai")));

        assertThat(Sm3.hmac(key, bytes("图采 "), bytes("tucai"))).isEqualTo(sm3(both(padded(key, 0x5C), inner)));
        assertThat(Algorithms.NATIONAL.hash(key, bytes("图采 tucai"))).isEqualTo(sm3(both(padded(key, 0x5C), inner)));
    }

    /** RFC 4231, 4.3: the hash of all existing data where the switch is off. */
    @Test
    void theInternationalAlgorithmsHashWithHmacSha256() {
        assertThat(Algorithms.INTERNATIONAL.hash(bytes("Jefe"), bytes("what do ya want "), bytes("for nothing?")))
                .isEqualTo(hex("5BDCC146BF60754E6A042426089575C75A003F089D2739839DEC58B964EC3843"));
    }

    private static byte[] padded(byte[] key, int with) {
        byte[] block = Arrays.copyOf(key, BLOCK_BYTES);
        for (int i = 0; i < block.length; i++) {
            block[i] ^= (byte) with;
        }
        return block;
    }

    private static byte[] both(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] sm3(byte[] text) {
        SM3Digest digest = new SM3Digest();
        digest.update(text, 0, text.length);
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return hash;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
