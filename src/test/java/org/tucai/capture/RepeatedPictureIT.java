package org.tucai.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.School;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.CodeFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.Journeys.Walk;
import org.tucai.testing.People;
import org.tucai.testing.TucaiTest;

/** 重复提交不合格照片: the picture that was turned down comes again, as it was or worked over. */
@TucaiTest
class RepeatedPictureIT {
    private final Http http;
    private final Journeys journeys;
    private final People people;
    private final CampaignFixtures campaigns;
    private final CodeFixtures codes;
    private School school;
    private Campaign campaign;

    RepeatedPictureIT(Http http, Journeys journeys, People people, CampaignFixtures campaigns, CodeFixtures codes) {
        this.http = http;
        this.journeys = journeys;
        this.people = people;
        this.campaigns = campaigns;
        this.codes = codes;
    }

    @BeforeEach
    void aFreeCampaign() {
        school = campaigns.aSchool();
        campaign = campaigns.anOpenCampaign(school, t -> t.feeMinor = 0);
    }

    private void submit(Walk walk, byte[] picture) {
        String photoNo = journeys.shoot(walk, picture).expect(200).at("no");
        http.as(walk.token())
                .post("/api/v1/student/captures/" + walk.captureNo() + "/submissions", Map.of("photoNo", photoNo))
                .expect(200);
    }

    private Walk rejected(byte[] picture) {
        Walk walk = journeys.aBoundStudent(school, campaign);
        submit(walk, picture);
        journeys.decide(walk, "REJECT", List.of("blur"));
        return walk;
    }

    private static byte[] savedAgain(byte[] picture) throws IOException {
        BufferedImage known = ImageIO.read(new ByteArrayInputStream(picture));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(known, "jpg", out);
        return out.toByteArray();
    }

    @Test
    void theRejectedPictureSavedAgainIsRefused() throws IOException {
        byte[] picture = journeys.aPortrait();
        Walk walk = rejected(picture);

        journeys.shoot(walk, savedAgain(picture)).expectProblem(409, "same-rejected-picture");
    }

    @Test
    void aNewCaptureOfTheSameEnrolmentDoesNotForgetWhatWasRejected() {
        byte[] picture = journeys.aPortrait();
        String code = codes.aCode(school);
        Walk walk = journeys.bind(people.aStudent(), campaign, code);
        submit(walk, picture);
        journeys.decide(walk, "REJECT", List.of("blur"));
        http.as(walk.token())
                .post("/api/v1/student/captures/" + walk.captureNo() + "/cancellations", null)
                .expect(200);

        Walk again = journeys.bind(walk.token(), campaign, code);

        journeys.shoot(again, picture).expectProblem(409, "same-rejected-picture");
    }

    @Test
    void aReviewerSeesThatAnotherStudentHasTheSamePicture() throws IOException {
        byte[] picture = journeys.aPortrait();
        Walk first = rejected(picture);
        Walk second = journeys.aBoundStudent(school, campaign);
        submit(second, savedAgain(picture));
        String reviewer = people.aReviewer();
        String review = journeys.claim(reviewer, second);

        Http.Reply detail =
                http.as(reviewer).get("/api/v1/review/reviews/" + review).expect(200);

        assertThat(detail.<String>at("alike.0.captureNo")).isEqualTo(first.captureNo());
        assertThat(detail.<String>at("alike.0.status")).isEqualTo("REJECTED");
        assertThat(detail.<Boolean>at("alike.0.sameFile")).isFalse();
        assertThat(detail.<Boolean>at("alike.0.sameAccount")).isFalse();
        http.as(reviewer).get(detail.at("alike.0.pictureUrl")).expect(200);
    }

    @Test
    void aReviewerSeesNoPictureThatIsNotAlike() {
        Walk first = journeys.aBoundStudent(school, campaign);
        submit(first, journeys.aPortrait());
        Walk second = journeys.aBoundStudent(campaigns.aSchool(), campaigns.anOpenCampaign(t -> t.feeMinor = 0));
        assertThat(second.captureNo()).isNotEqualTo(first.captureNo());
        String reviewer = people.aReviewer();
        String review = journeys.claim(reviewer, first);

        http.as(reviewer)
                .get("/api/v1/review/reviews/" + review + "/pictures/pho_00000000000000000000")
                .expectProblem(404, "not-found");
    }
}
