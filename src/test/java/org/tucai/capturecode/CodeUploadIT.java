package org.tucai.capturecode;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.School;
import org.tucai.picture.PictureFiles;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.CodeFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.LogOf;
import org.tucai.testing.People;
import org.tucai.testing.TucaiTest;

/** The answers to a student's upload of a code. */
@TucaiTest
class CodeUploadIT {
    private static final String CODES = "/api/v1/student/codes";

    private final Http http;
    private final People people;
    private final CodeFixtures fixtures;
    private final CampaignFixtures campaigns;

    CodeUploadIT(Http http, People people, CodeFixtures fixtures, CampaignFixtures campaigns) {
        this.http = http;
        this.people = people;
        this.fixtures = fixtures;
        this.campaigns = campaigns;
    }

    @Test
    void opensEveryPictureFormatWhateverItsContentType() throws IOException {
        School school = campaigns.aSchool();
        Http student = http.as(people.aStudent());
        BufferedImage code = CaptureCodePicture.draw(fixtures.aCode(school));
        byte[] jpeg = PictureFiles.written(code, "jpg");

        assertThat(upload(student, "image/png", PictureFiles.written(code, "png"))
                        .expect(201)
                        .<String>at("schoolCode"))
                .isEqualTo(school.code());
        upload(student, "image/png", PictureFiles.written(onTransparent(code), "png"))
                .expect(201);
        upload(student, "image/jpeg", jpeg).expect(201);
        upload(student, "image/jpg", jpeg).expect(201);
        upload(student, "application/octet-stream", jpeg).expect(201);
        upload(student, "image/png", jpeg).expect(201);
        upload(student, "image/gif", PictureFiles.written(code, "gif")).expect(201);
        upload(student, "image/bmp", PictureFiles.written(code, "bmp")).expect(201);
        upload(student, "image/webp", webp(PictureFiles.written(code, "png"))).expect(201);
    }

    @Test
    void namesWhyAPictureCannotBeRead() throws IOException {
        Http student = http.as(people.aStudent());
        byte[] good = fixtures.aCodePicture(campaigns.aSchool());

        assertThat(upload(student, "image/heic", box("heic"))
                        .expectProblem(422, "code-picture-heic")
                        .<String>at("detail"))
                .contains("截屏");
        upload(student, "image/avif", box("avif")).expectProblem(422, "code-picture-heic");
        upload(student, "image/jpeg", box("mif1")).expectProblem(422, "code-picture-heic");
        upload(student, "image/png", Arrays.copyOf(good, good.length / 2))
                .expectProblem(422, "code-picture-unreadable");
        upload(student, "image/png", new byte[0]).expectProblem(422, "code-picture-unreadable");
        upload(student, "image/png", "<svg/>".getBytes(StandardCharsets.UTF_8))
                .expectProblem(422, "code-picture-unreadable");
        upload(
                        student,
                        "image/png",
                        PictureFiles.written(new BufferedImage(8000, 7000, BufferedImage.TYPE_BYTE_BINARY), "png"))
                .expectProblem(413, "code-picture-too-large");
        upload(student, "image/jpeg", new byte[10 * 1024 * 1024 + 1]).expectProblem(413, "payload-too-large");
    }

    @Test
    void refusesTwoDifferentCodesButAcceptsOneAmongOtherQrCodes() throws IOException {
        School school = campaigns.aSchool();
        Http student = http.as(people.aStudent());
        BufferedImage one = CaptureCodePicture.draw(fixtures.aCode(school));
        BufferedImage other = CaptureCodePicture.draw(fixtures.aCode(school));
        BufferedImage advert = CaptureCodePicture.draw("https://example.org/follow-us");

        upload(student, "image/png", PictureFiles.written(beside(one, other), "png"))
                .expectProblem(422, "several-codes");
        upload(student, "image/png", PictureFiles.written(beside(one, one), "png"))
                .expect(201);
        upload(student, "image/png", PictureFiles.written(beside(advert, one), "png"))
                .expect(201);
        upload(student, "image/png", PictureFiles.written(advert, "png")).expectProblem(422, "not-a-capture-code");
        upload(
                        student,
                        "image/png",
                        PictureFiles.written(new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB), "png"))
                .expectProblem(422, "no-code-found");
    }

    @Test
    void keepsTheCodeAndTheLastFourOutOfAnswersAndLogs() throws IOException {
        Http student = http.as(people.aStudent());
        String text = fixtures.aCode(campaigns.aSchool());
        String forged = text.substring(0, text.length() - 22) + "AAAAAAAAAAAAAAAAAAAAAA";
        List<String> logged;
        String answered;
        try (LogOf log = LogOf.from(Level.TRACE, "org.tucai")) {
            Http.Reply opened =
                    upload(student, "image/png", CaptureCodePicture.png(text)).expect(201);
            Http.Reply refused =
                    upload(student, "image/png", CaptureCodePicture.png(forged)).expectProblem(422, "code-forged");
            Http.Reply wrong = student.post(
                            CODES + "/" + opened.at("no") + "/confirmations", Map.of("lastFour", "0000"))
                    .expectProblem(422, "wrong-last-four");
            answered = opened.text() + refused.text() + wrong.text();
            logged = log.lines();
        }

        assertThat(answered).doesNotContain(text.substring(60)).doesNotContain(CodeFixtures.LAST_FOUR);
        assertThat(logged)
                .noneMatch(line -> line.contains(text.substring(0, 60)) || line.contains(CodeFixtures.LAST_FOUR));
    }

    @Test
    void requiresASignedInStudent() {
        byte[] good = fixtures.aCodePicture(campaigns.aSchool());

        assertThat(upload(http, "image/png", good).status()).isEqualTo(401);
        assertThat(upload(http.as(people.aManager()), "image/png", good).status())
                .isEqualTo(403);
    }

    private static Http.Reply upload(Http student, String type, byte[] file) {
        return student.send(
                "POST", CODES, type, file, "Idempotency-Key", UUID.randomUUID().toString());
    }

    private static byte[] box(String brand) {
        return ("\0\0\0\u0018ftyp" + brand + "\0\0\0\0" + brand + "mif1").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Black modules on a transparent background. */
    private static BufferedImage onTransparent(BufferedImage code) {
        BufferedImage clear = new BufferedImage(code.getWidth(), code.getHeight(), BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                clear.setRGB(x, y, (code.getRGB(x, y) & 0xFF) < 128 ? 0xFF000000 : 0);
            }
        }
        return clear;
    }

    private static BufferedImage beside(BufferedImage left, BufferedImage right) {
        int height = Math.max(left.getHeight(), right.getHeight());
        BufferedImage both =
                new BufferedImage(left.getWidth() + right.getWidth(), height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = both.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, both.getWidth(), height);
        g.drawImage(left, 0, 0, null);
        g.drawImage(right, left.getWidth(), 0, null);
        g.dispose();
        return both;
    }

    private static byte[] webp(byte[] png) {
        try (BytePointer in = new BytePointer(png);
                Mat buffer = new Mat(1, png.length, opencv_core.CV_8UC1, in);
                Mat mat = opencv_imgcodecs.imdecode(buffer, opencv_imgcodecs.IMREAD_COLOR);
                BytePointer out = new BytePointer()) {
            opencv_imgcodecs.imencode(".webp", mat, out);
            byte[] bytes = new byte[(int) out.limit()];
            out.get(bytes);
            return bytes;
        }
    }
}
