package org.tucai.capturecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucai.capturecode.CodeRefused.Reason;
import org.tucai.capturecode.reading.CaptureCodeReader;
import org.tucai.capturecode.reading.Reading;
import org.tucai.picture.UnreadablePicture;
import org.tucai.platform.privacy.IdTail;

class CaptureCodeFormatTest {
    private static final Instant NOW = Instant.parse("2026-04-20T02:00:00Z");
    private final CodeKey key = CodeKey.random("k2026a");
    private final Function<String, Optional<CodeKey>> ring =
            kid -> Optional.of(key).filter(k -> k.kid().equals(kid));
    private final CaptureCodeIssuer issuer = new CaptureCodeIssuer(InstantSource.fixed(NOW), Duration.ofDays(90));

    private static CaptureCodeIssuer.Student student(String school, String major) {
        return new CaptureCodeIssuer.Student(
                "A1B2C3D4E5F6G7H8I9J0",
                "欧阳建国",
                "32010220040101123x",
                "10284",
                school,
                "博士研究生",
                major,
                "DZ2022000123",
                "102842022000123456",
                LocalDate.of(2026, 6, 30));
    }

    @Test
    void opensWhatItSealed() throws CodeRefused {
        String text = issuer.issue(student("南京大学", "数学"), key);

        CaptureCode code = CaptureCodeFormat.open(text, ring);

        assertThat(code.studentUniqueNo()).isEqualTo("A1B2C3D4E5F6G7H8I9J0");
        assertThat(code.maskedName()).isEqualTo("欧***");
        assertThat(code.maskedIdNumber()).isEqualTo("3201**************");
        assertThat(code.schoolName()).isEqualTo("南京大学");
        assertThat(code.major()).isEqualTo("数学");
        assertThat(code.studentNo()).isEqualTo("DZ2022000123");
        assertThat(code.expectedGraduation()).isEqualTo(LocalDate.of(2026, 6, 30));
        assertThat(code.issuedAt()).isEqualTo(NOW);
        assertThat(code.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(90)));
        assertThat(code.lastFour().matches(new IdTail("123X"))).isTrue();
        assertThat(code.lastFour().matches(new IdTail("1230"))).isFalse();
        assertThat(code.toString()).doesNotContain("欧").doesNotContain("3201");
    }

    @Test
    void staysWithin420CharactersAndVersion15() throws CodeRefused, UnreadablePicture {
        String text = issuer.issue(student("中国人民解放军陆军工程大学指挥控制工程学院", "马克思主义理论与思想政治教育（师范类中外合作办学）"), key);

        assertThat(text.length()).isBetween(300, CaptureCodeFormat.LONGEST);
        assertThat(new CaptureCodeReader(any -> true).read(CaptureCodePicture.png(text)))
                .isInstanceOfSatisfying(
                        Reading.Read.class, read -> assertThat(read.version()).isBetween(10, 15));
        assertThat(CaptureCodeFormat.open(text, ring).major()).startsWith("马克思").endsWith("…");
        assertThat(issuer.issue(student("北京航空航天大学", "计算机科学与技术"), key).length())
                .isLessThanOrEqualTo(CaptureCodeFormat.LONGEST);
    }

    @Test
    void refusesEveryChangedCharacter() {
        String text = issuer.issue(student("南京大学", "数学"), key);

        for (int i = 0; i < text.length(); i++) {
            char other = text.charAt(i) == 'A' ? 'B' : 'A';
            String changed = text.substring(0, i) + other + text.substring(i + 1);
            boolean lastBitsOnly = isLastOfPart(text, i);
            try {
                CaptureCodeFormat.open(changed, ring);
                assertThat(lastBitsOnly)
                        .as("opened with character %d changed", i)
                        .isTrue();
            } catch (CodeRefused e) {
                assertThat(e.reason()).isIn(Reason.NOT_A_CODE, Reason.FORGED, Reason.UNKNOWN_KEY);
            }
        }
    }

    /** The last character of a part may have unused bits, which allows other spellings of the same bytes. The header's has none. */
    private static boolean isLastOfPart(String text, int i) {
        return i > text.indexOf('.') && (i == text.length() - 1 || text.charAt(i + 1) == '.');
    }

    @Test
    void distinguishesAnUnknownKeyFromAForgedCode() {
        CodeKey sameName = CodeKey.random("k2026a");
        CodeKey otherName = CodeKey.random("k2025b");

        refuses(issuer.issue(student("南京大学", "数学"), sameName), Reason.FORGED);
        refuses(issuer.issue(student("南京大学", "数学"), otherName), Reason.UNKNOWN_KEY);
        refuses("https://example.org/?q=1", Reason.NOT_A_CODE);
        refuses("", Reason.NOT_A_CODE);
        refuses("A".repeat(40) + ".." + "B".repeat(16) + ".CCCC." + "D".repeat(22), Reason.NOT_A_CODE);
    }

    /** A key that cannot be read is no fault of the code: its student would be sent back for another. */
    @Test
    void aFailingLookUpOfTheKeyIsNotTakenForABadCode() {
        String text = issuer.issue(student("南京大学", "数学"), key);

        for (RuntimeException failure : List.of(new NullPointerException(), new IllegalArgumentException())) {
            assertThatThrownBy(() -> CaptureCodeFormat.open(text, kid -> {
                        throw failure;
                    }))
                    .isSameAs(failure);
        }
    }

    /** Anything longer than the longest code ever issued is ignored, whoever sends it. */
    @Test
    void recognisesOnlyTextOfTheRightShapeAndLength() {
        String head = "A".repeat(40) + ".." + "B".repeat(16) + ".";
        String tail = "." + "D".repeat(22);
        String longest = head + "C".repeat(800 - head.length() - tail.length()) + tail;

        assertThat(CaptureCodeFormat.looksLikeCode(longest)).isTrue();
        assertThat(CaptureCodeFormat.looksLikeCode(longest.replaceFirst("C", "CC")))
                .isFalse();
        assertThat(CaptureCodeFormat.looksLikeCode(longest.substring(1))).isFalse();
        assertThat(CaptureCodeFormat.looksLikeCode(longest + " ")).isFalse();
    }

    @Test
    void hashesTheSameLastFourDifferentlyEachTime() {
        IdTail lastFour = new IdTail("123X");

        assertThat(LastFourHash.of(lastFour)).isNotEqualTo(LastFourHash.of(lastFour));
        assertThat(LastFourHash.of(lastFour)).hasToString("****");
    }

    @Test
    void acceptsOnlyItsOwnAlgorithms() {
        String text = issuer.issue(student("南京大学", "数学"), key);
        String header = java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"dir\",\"enc\":\"A128CBC-HS256\",\"zip\":\"DEF\",\"kid\":\"k2026a\"}"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));

        refuses(header + text.substring(text.indexOf('.')), Reason.NOT_A_CODE);
    }

    @Test
    void sealsNothingThatItWouldNotOpen() {
        CaptureCodeIssuer forEver = new CaptureCodeIssuer(InstantSource.fixed(NOW), Duration.ofDays(Integer.MAX_VALUE));

        assertThatThrownBy(() -> issuer.issue(student("大".repeat(201), "数学"), key))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> forEver.issue(student("南京大学", "数学"), key))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Even the holder of a key may produce something that is not a code. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "s=1",
                "s=null",
                "s=long",
                "x=long",
                "t=1e300",
                "t=1e16",
                "t=-1",
                "z=\"noon\"",
                "z=5e9",
                "g=1e18",
                "g=1e7",
                "g=-1e6",
                "h=\"AAAA\"",
                "h=\"*\""
            })
    void refusesImpossibleClaims(String name, String value) throws Exception {
        JWEObject good = JWEObject.parse(issuer.issue(student("南京大学", "数学"), key));
        good.decrypt(new DirectDecrypter(key.bytes()));
        Map<String, Object> claims = new HashMap<>(good.getPayload().toJSONObject());
        String json = value.equals("long") ? "\"" + "长".repeat(2000) + "\"" : value;
        claims.put(name, new Payload("{\"v\":" + json + "}").toJSONObject().get("v"));

        refuses(sealed(good.getHeader(), new Payload(claims)), Reason.FORGED);
        refuses(sealed(good.getHeader(), new Payload(value)), Reason.FORGED);
    }

    private String sealed(JWEHeader header, Payload payload) throws JOSEException {
        JWEObject object = new JWEObject(header, payload);
        object.encrypt(new DirectEncrypter(key.bytes()));
        return object.serialize();
    }

    private void refuses(String text, Reason reason) {
        assertThatThrownBy(() -> CaptureCodeFormat.open(text, ring))
                .isInstanceOfSatisfying(
                        CodeRefused.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
