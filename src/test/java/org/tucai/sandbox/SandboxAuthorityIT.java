package org.tucai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.Test;
import org.tucai.authority.AuthorityLine;
import org.tucai.authority.MessagePurpose;
import org.tucai.authority.PackageAnswer;
import org.tucai.authority.PhotoPackage;
import org.tucai.capturecode.CaptureCodeService;
import org.tucai.capturecode.OpenedCode;
import org.tucai.testing.MutableClock;
import org.tucai.testing.TestAuthority;
import org.tucai.testing.TucaiTest;

@TucaiTest
class SandboxAuthorityIT {
    private final TestAuthority authority;
    private final CaptureCodeService codes;
    private final AuthorityLine line;
    private final JsonMapper json;
    private final MutableClock clock;

    SandboxAuthorityIT(
            TestAuthority authority,
            CaptureCodeService codes,
            AuthorityLine line,
            JsonMapper json,
            MutableClock clock) {
        this.authority = authority;
        this.codes = codes;
        this.line = line;
        this.json = json;
        this.clock = clock;
    }

    @Test
    void itsCodesCanBeOpenedEvenPhotographedAndAfterAKeyRotation() {
        authority.start();
        clock.advance(
                java.time.Duration.ofSeconds(10)); // keys are fetched at intervals; another test may just have done so

        OpenedCode saved = codes.open(authority.codePicture("png", Map.of("schoolCode", "10284")), "acc_1");
        for (int i = 0; i < 5; i++) {
            assertThat(codes.open(authority.codePicture("photo", Map.of()), "acc_1")
                            .code()
                            .schoolName())
                    .isEqualTo("示例大学");
        }
        authority.post("/code-keys/rotations", Map.of());
        clock.advance(java.time.Duration.ofSeconds(10));
        OpenedCode rotated = codes.open(authority.codePicture("png", Map.of()), "acc_1");

        assertThat(saved.code().schoolCode()).isEqualTo("10284");
        assertThat(codes.confirm(rotated.no(), "acc_1", "123X")).isEqualTo(rotated.code());
    }

    @Test
    void acknowledgesGoodPicturesAndReturnsBadOnes() throws IOException {
        authority.start();

        PackageAnswer good = send("pkg_good", portrait(480, 640));
        PackageAnswer again = send("pkg_good", portrait(480, 640));
        PackageAnswer small = send("pkg_small", portrait(240, 320));
        authority.post("/returns", Map.of("reason", "背景不均匀"));
        PackageAnswer returned = send("pkg_wish", portrait(480, 640));

        assertThat(good.accepted()).as(good.toString()).isTrue();
        assertThat(again).isEqualTo(good);
        assertThat(small.accepted()).isFalse();
        assertThat(small.reason()).contains("480×640");
        assertThat(returned.reason()).isEqualTo("背景不均匀");
    }

    @Test
    void isRecognisedAgainAfterItsRestart() throws IOException {
        authority.start();
        assertThat(send("pkg_one", portrait(480, 640)).accepted()).isTrue();

        authority.restart();

        assertThat(send("pkg_two", portrait(480, 640)).accepted()).isTrue();
    }

    @Test
    void concludesTheLastPictureOfEachEnrolmentOnce() throws IOException {
        authority.start();
        send("pkg_one", portrait(480, 640));
        assertThat(concluded()).isEqualTo(1);
        assertThat(concluded()).isZero();

        send("pkg_two", portrait(480, 640));
        send("pkg_three", portrait(480, 640));
        send("pkg_other", "E2", portrait(480, 640));

        assertThat(concluded()).isEqualTo(2);
        assertThat(concluded()).isZero();
    }

    private int concluded() throws IOException {
        Map<String, Integer> answer = json.readValue(
                authority.post("/conclusions", Map.of("label", "同一人")), Argument.mapOf(String.class, Integer.class));
        return answer.get("delivered");
    }

    private PackageAnswer send(String no, byte[] picture) throws IOException {
        return send(no, "E1", picture);
    }

    private PackageAnswer send(String no, String enrolmentNo, byte[] picture) throws IOException {
        PhotoPackage content = new PhotoPackage(
                no,
                "unit",
                clock.instant(),
                "SU1",
                enrolmentNo,
                "10284",
                sha256(picture),
                Base64.getEncoder().encodeToString(picture));
        byte[] reply = line.exchange(
                "/packages", MessagePurpose.PACKAGE, json.writeValueAsBytes(content), MessagePurpose.PACKAGE_ANSWER);
        return json.readValue(reply, PackageAnswer.class);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] portrait(int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int n = 160 + random.nextInt(12);
                image.setRGB(x, y, n << 16 | n << 8 | n);
            }
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(file)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(0.8f);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        }
        writer.dispose();
        return file.toByteArray();
    }
}
