package org.tucai.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** 重复提交不合格照片: a rejected picture is submitted again, unchanged or edited. */
@TucaiTest
class RepeatedPictureIT {
    private final Http http;
    private final Journeys journeys;
    private final People people;
    private final CampaignFixtures campaigns;
    private final CodeFixtures codes;
    private final PhotoRepository photos;
    private School school;
    private Campaign campaign;

    RepeatedPictureIT(
            Http http,
            Journeys journeys,
            People people,
            CampaignFixtures campaigns,
            CodeFixtures codes,
            PhotoRepository photos) {
        this.http = http;
        this.journeys = journeys;
        this.people = people;
        this.campaigns = campaigns;
        this.codes = codes;
        this.photos = photos;
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
        return rejected(picture, codes.aCode(school));
    }

    private Walk rejected(byte[] picture, String code) {
        Walk walk = journeys.bind(people.aStudent(), campaign, code);
        submit(walk, picture);
        journeys.decide(walk, "REJECT", List.of("blur"));
        return walk;
    }

    @Test
    void theRejectedPictureIsRefused() {
        byte[] picture = journeys.aPortrait();
        Walk walk = rejected(picture);

        journeys.shoot(walk, picture).expectProblem(409, "same-rejected-picture");
    }

    @Test
    void theRejectedPictureIsRefusedForAnotherEnrolmentOfTheStudentToo() {
        byte[] picture = journeys.aPortrait();
        Walk first = rejected(picture);

        Walk second = journeys.bind(first.token(), campaign, codes.aCode(school));

        journeys.shoot(second, picture).expectProblem(409, "same-rejected-picture");
    }

    @Test
    void theRejectedPictureIsRefusedForTheSameEnrolmentOnAnotherAccountToo() {
        byte[] picture = journeys.aPortrait();
        String code = codes.aCode(school);
        rejected(picture, code);
        Campaign another = campaigns.anOpenCampaign(school, t -> t.featureCode = "zW3i");

        Walk walk = journeys.bind(people.aStudent(), another, code);

        journeys.shoot(walk, picture).expectProblem(409, "same-rejected-picture");
    }

    @Test
    void aReviewerSeesThatALookalikeOfTheRejectedPictureCameBack() {
        Walk walk = rejected(journeys.aPortrait());
        String rejectedNo = photosOf(walk).getFirst().no();
        submit(walk, journeys.aPortrait());
        makeAlmostAlike(photosOf(walk).getLast(), photosOf(walk).getFirst(), Likeness.ALIKE);

        List<Map<String, Object>> alike = alike(walk);

        assertThat(alike)
                .singleElement()
                .satisfies(photo -> assertThat(photo)
                        .containsEntry("photoNo", rejectedNo)
                        .containsEntry("captureNo", walk.captureNo()));
    }

    @Test
    void aPictureThatDiffersByOneBitMoreIsNoLookalike() {
        Walk walk = rejected(journeys.aPortrait());
        submit(walk, journeys.aPortrait());
        makeAlmostAlike(photosOf(walk).getLast(), photosOf(walk).getFirst(), Likeness.ALIKE + 1);

        assertThat(alike(walk)).isEmpty();
    }

    @Test
    void aFileUploadedTwiceForOneCaptureIsNoLookalikeOfItself() {
        Walk walk = journeys.aBoundStudent(school, campaign);
        byte[] picture = journeys.aPortrait();
        journeys.shoot(walk, picture).expect(200);
        submit(walk, picture);
        assertThat(photosOf(walk)).hasSize(2);

        assertThat(alike(walk)).isEmpty();
    }

    private List<Map<String, Object>> alike(Walk walk) {
        String reviewer = people.aReviewer();
        String review = journeys.claim(reviewer, walk);
        return http.as(reviewer)
                .get("/api/v1/review/reviews/" + review)
                .expect(200)
                .at("alike");
    }

    private List<Photo> photosOf(Walk walk) {
        return photos.findByCaptureNoOrderById(walk.captureNo());
    }

    /** Makes the photos' likeness hashes differ in so many bits, spread over all of them. */
    private void makeAlmostAlike(Photo photo, Photo other, int bits) {
        byte[] hash = Objects.requireNonNull(other.likeness()).clone();
        for (int i = 0; i < bits; i++) {
            hash[2 * i % Likeness.BYTES] ^= (byte) (1 << (2 * i / Likeness.BYTES));
        }
        photos.update(PhotoBuilder.builder(photo).likeness(hash).build());
    }

    @Test
    void aNewCaptureOfTheSameEnrolmentDoesNotForgetWhatWasRejected() {
        byte[] picture = journeys.aPortrait();
        String code = codes.aCode(school);
        Walk walk = rejected(picture, code);
        journeys.giveUp(walk);

        Walk again = journeys.bind(walk.token(), campaign, code);

        journeys.shoot(again, picture).expectProblem(409, "same-rejected-picture");
    }

    @Test
    void aNewAccountForTheSameEnrolmentDoesNotForgetWhatWasRejected() {
        byte[] picture = journeys.aPortrait();
        String code = codes.aCode(school);
        Walk walk = rejected(picture, code);
        http.as(walk.token()).delete("/api/v1/student/account").expect(204);

        Walk again = journeys.bind(people.aStudent(), campaign, code);

        journeys.shoot(again, picture).expectProblem(409, "same-rejected-picture");
        journeys.shoot(again, journeys.aPortrait()).expect(200);
    }

    @Test
    void aReviewerSeesThatAnotherStudentHasTheSamePicture() {
        byte[] picture = journeys.aPortrait();
        Walk first = rejected(picture);
        Walk second = journeys.aBoundStudent(school, campaign);
        submit(second, picture);
        String reviewer = people.aReviewer();
        String review = journeys.claim(reviewer, second);

        Http.Reply detail =
                http.as(reviewer).get("/api/v1/review/reviews/" + review).expect(200);

        assertThat(detail.<String>at("alike.0.captureNo")).isEqualTo(first.captureNo());
        assertThat(detail.<String>at("alike.0.status")).isEqualTo("REJECTED");
        assertThat(detail.<Boolean>at("alike.0.sameFile")).isTrue();
        assertThat(detail.<Boolean>at("alike.0.sameAccount")).isFalse();
        http.as(reviewer).get(detail.at("alike.0.pictureUrl")).expect(200);
        String unrelated = journeys.shoot(journeys.aBoundStudent(), journeys.aPortrait()) // at another school
                .expect(200)
                .at("no");
        http.as(reviewer)
                .get("/api/v1/review/reviews/" + review + "/pictures/" + unrelated)
                .expectPlainProblem(404, "not-found");
    }

    @Test
    void aReviewerIsToldOfAnIdenticalPictureThatHasBeenDeleted() {
        byte[] picture = journeys.aPortrait();
        Walk first = rejected(picture);
        journeys.giveUp(first);
        Walk second = journeys.aBoundStudent(school, campaign);
        submit(second, picture);
        String reviewer = people.aReviewer();
        String review = journeys.claim(reviewer, second);

        Http.Reply detail =
                http.as(reviewer).get("/api/v1/review/reviews/" + review).expect(200);

        assertThat(detail.<String>at("alike.0.status")).isEqualTo("DELETED");
        assertThat(detail.<Boolean>at("alike.0.sameFile")).isTrue();
        assertThat(detail.<String>at("alike.0.pictureUrl")).isNull();
    }

    @Test
    void aReviewerSeesNoPictureOfAnotherSchoolsStudent() {
        byte[] picture = journeys.aPortrait();
        rejected(picture);
        School other = campaigns.aSchool();
        Walk second = journeys.aBoundStudent(other, campaigns.anOpenCampaign(other, t -> t.feeMinor = 0));
        submit(second, picture);
        String reviewer = people.aReviewer();
        String review = journeys.claim(reviewer, second);

        Http.Reply detail =
                http.as(reviewer).get("/api/v1/review/reviews/" + review).expect(200);

        assertThat(detail.<List<?>>at("alike")).isEmpty();
    }

    @Test
    void aReviewerCannotOpenAPictureThatIsNotListedAsAlike() {
        Walk first = journeys.aBoundStudent(school, campaign);
        submit(first, journeys.aPortrait());
        String reviewer = people.aReviewer();
        String review = journeys.claim(reviewer, first);

        http.as(reviewer)
                .get("/api/v1/review/reviews/" + review + "/pictures/pho_00000000000000000000")
                .expectProblem(404, "not-found");
    }
}
