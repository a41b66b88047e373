package org.tucai.journey;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucai.picture.ColourProfiles;
import org.tucai.picture.PictureFiles;
import org.tucai.portrait.drawn.DrawnPortrait;
import org.tucai.testing.Drawings;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.Journeys.Walk;
import org.tucai.testing.PictureKinds;
import org.tucai.testing.TucaiTest;

/** A file that is not a usable picture is refused with a named problem and costs nothing: the same ticket then accepts a good one. */
@TucaiTest
class BadPictureIT {
    private static final byte[] GOOD = Drawings.portrait(1);

    private final Http http;
    private final Journeys journeys;

    BadPictureIT(Http http, Journeys journeys) {
        this.http = http;
        this.journeys = journeys;
    }

    static Stream<Arguments> badFiles() {
        return Stream.of(
                Arguments.of("0 bytes", new byte[0], 422, "picture-empty"),
                Arguments.of("a text", "我的照片".getBytes(StandardCharsets.UTF_8), 422, "not-a-picture"),
                Arguments.of("a page", "<html><script>1</script></html>".getBytes(), 422, "not-a-picture"),
                Arguments.of("an archive", PictureKinds.alsoAZip(new byte[0]), 422, "not-a-picture"),
                Arguments.of("a HEIC file", "\0\0\0\u0018ftypheic\0\0\0\0".getBytes(), 422, "picture-heic"),
                Arguments.of("half a picture", PictureKinds.truncated(GOOD), 422, "picture-truncated"),
                Arguments.of("50 000 × 50 000", PictureKinds.claiming50000(GOOD), 422, "picture-too-large"),
                Arguments.of("an animated GIF", PictureFiles.animatedGif(), 422, "picture-animated"),
                Arguments.of("an animated PNG", animatedPng(), 422, "picture-animated"),
                Arguments.of(
                        "an animated WebP",
                        PictureFiles.animatedWebp(PictureFiles.encoded(".webp", false)),
                        422,
                        "picture-animated"),
                Arguments.of("11 MB", new byte[11 * 1024 * 1024], 413, "payload-too-large"),
                Arguments.of("20 MB", new byte[20 * 1024 * 1024], 413, "payload-too-large"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image/heic",
                "image/heif",
                "image/avif",
                "image/jpg",
                "image/gif",
                "image/bmp",
                "image/tiff",
                "image/x-adobe-dng"
            })
    void aHeicFileIsRefusedAsHeicWhateverItsContentType(String type) {
        Walk walk = journeys.aBoundStudent();
        byte[] heic = "\0\0\0\u0018ftypheic\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);

        Http.Reply reply = http.as(walk.token()).send("PUT", journeys.ticket(walk), type, heic);

        assertThat(reply.expectProblem(422, "picture-heic").<String>at("detail"))
                .contains("兼容性最佳");
    }

    private static byte[] animatedPng() {
        byte[] still = PictureFiles.written(PictureFiles.image(BufferedImage.TYPE_INT_RGB), "png");
        return PictureFiles.withChunk(still, "acTL", new byte[] {0, 0, 0, 2, 0, 0, 0, 0});
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("badFiles")
    void isRefusedByNameAndTheTicketStaysGood(String what, byte[] file, int status, String code) {
        Walk walk = journeys.aBoundStudent();
        String ticket = journeys.ticket(walk);

        journeys.upload(walk, ticket, file).expectPlainProblem(status, code);

        Http.Reply photo = journeys.upload(walk, ticket, GOOD).expect(200);
        assertThat(photo.<Boolean>at("usable")).isTrue();
        Http.Reply capture = http.as(walk.token()).get("/api/v1/student/captures/" + walk.captureNo());
        assertThat(capture.<Integer>at("triesUsed")).isEqualTo(1);
    }

    @Test
    void theContentTypeImageJpgIsAcceptedButTextPlainIsNot() {
        Walk walk = journeys.aBoundStudent();
        Http student = http.as(walk.token());
        String ticket = journeys.ticket(walk);

        student.send("PUT", ticket, "text/plain", GOOD).expectPlainProblem(415, "unsupported-media-type");
        assertThat(student.send("PUT", ticket, "image/jpg", GOOD).expect(200).<Boolean>at("usable"))
                .isTrue();
    }

    static Stream<Arguments> oddPictures() {
        return Stream.of(
                Arguments.of("turned by EXIF", PictureKinds.rotatedByExif(GOOD)),
                Arguments.of("in the colours of print", PictureKinds.cmyk(GOOD)),
                Arguments.of(
                        "in the colours of an iPhone", ColourProfiles.inJpeg(GOOD, ColourProfiles.DISPLAY_P3.matrix())),
                Arguments.of("a PNG", PictureFiles.written(PictureKinds.read(GOOD), "png")),
                Arguments.of("also an archive", PictureKinds.alsoAZip(GOOD)),
                Arguments.of("also a page", PictureKinds.alsoHtml(GOOD)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oddPictures")
    void anUnusualPictureIsAcceptedAndOnlyItsPixelsAreKept(String what, byte[] file) {
        Walk walk = journeys.aBoundStudent();

        Http.Reply photo = journeys.shoot(walk, file).expect(200);

        assertThat(photo.<Boolean>at("usable")).as(photo.text()).isTrue();
        Http.Reply picture = http.as(walk.token()).get(photo.at("pictureUrl")).expect(200);
        assertThat(picture.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(new String(picture.body(), StandardCharsets.ISO_8859_1))
                .doesNotContain("smuggled", "Exif", "ICC_PROFILE", "PK\3\4");
        BufferedImage upright = PictureKinds.read(picture.body());
        assertThat(upright.getWidth()).isEqualTo(480);
        assertThat(upright.getHeight()).isEqualTo(640);
    }

    @Test
    void aPictureWithoutAFaceGetsAReportAndNotAnError() {
        Walk walk = journeys.aBoundStudent();
        BufferedImage wall = new BufferedImage(900, 1200, BufferedImage.TYPE_3BYTE_BGR);

        Http.Reply photo =
                journeys.shoot(walk, PictureFiles.written(wall, "jpeg")).expect(200);

        assertThat(photo.<Boolean>at("usable")).isFalse();
        List<Map<String, Object>> complaints = photo.at("complaints");
        assertThat(Http.column(complaints, "rule")).contains("one-face");
        assertThat(complaints)
                .allSatisfy(c -> assertThat((String) c.get("advice")).isNotBlank());
        http.as(walk.token())
                .post(
                        "/api/v1/student/captures/" + walk.captureNo() + "/submissions",
                        Map.of("photoNo", photo.at("no")))
                .expectPlainProblem(409, "not-submittable");
        assertThat(journeys.submit(walk).<String>at("status")).isEqualTo("TO_PAY");
    }

    /** The student has no other copy of this photo than the one on the phone. */
    @Test
    void theRegionOfAFaultInAnUnusablePhotoRefersToTheUploadedPicture() {
        Walk walk = journeys.aBoundStudent();
        BufferedImage wide = new BufferedImage(3000, 3200, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = wide.createGraphics();
        g.setColor(new Color(238, 239, 240));
        g.fillRect(0, 0, wide.getWidth(), wide.getHeight());
        g.drawImage(PictureKinds.read(GOOD), 1200, 1000, null);
        g.setColor(new Color(40, 32, 28)); // hair put up, taller than the standard allows
        g.fillOval(1200 + 600, 1000 + 50, 300, 500);
        g.dispose();

        Http.Reply photo =
                journeys.shoot(walk, PictureFiles.written(wide, "jpeg")).expect(200);

        assertThat(photo.<String>at("status")).as(photo.text()).isEqualTo("UNUSABLE");
        assertThat(photo.<Object>at("pictureUrl")).isNull();
        List<Map<String, Object>> complaints = photo.at("complaints");
        assertThat(complaints.getFirst()).containsEntry("rule", "crown-position");
        Map<?, ?> place = (Map<?, ?>) complaints.getFirst().get("region");
        double middle = number(place, "x") + number(place, "width") / 2;
        assertThat(middle * wide.getWidth()).isCloseTo(1200 + 750, within(60.0));
        assertThat(number(place, "y") * wide.getHeight()).isBetween(1000.0, 1300.0);
        assertThat(number(place, "width") * wide.getWidth()).isCloseTo(2.0 * DrawnPortrait.EYES, within(60.0));
    }

    private static double number(Map<?, ?> place, String name) {
        return ((Number) requireNonNull(place.get(name))).doubleValue();
    }

    @Test
    void aFileCalledAPictureIsJudgedByItsBytes() {
        Walk walk = journeys.aBoundStudent();
        String ticket = journeys.ticket(walk);

        http.as(walk.token()).send("PUT", ticket, "text/html", GOOD).expectPlainProblem(415, "unsupported-media-type");
        http.as(walk.token())
                .send("PUT", ticket, "image/png", "GIF89a".getBytes(StandardCharsets.US_ASCII))
                .expect(422);

        http.as(walk.token()).send("PUT", ticket, "image/png", GOOD).expect(200);
    }
}
