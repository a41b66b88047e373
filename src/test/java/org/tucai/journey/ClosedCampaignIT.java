package org.tucai.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.School;
import org.tucai.capture.CaptureService;
import org.tucai.platform.job.DueJobs;
import org.tucai.platform.security.Actor;
import org.tucai.testing.Blobs;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.Journeys.Walk;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** A campaign closes: whatever was not accepted is deleted, rows and files; what is in review is decided first (PIPL 47). */
@TucaiTest
class ClosedCampaignIT {
    private final Http http;
    private final Journeys journeys;
    private final People people;
    private final CampaignFixtures campaigns;
    private final DueJobs jobs;
    private final MutableClock clock;
    private final Rows rows;
    private final Blobs blobs;
    private School school;
    private Campaign campaign;

    ClosedCampaignIT(
            Http http,
            Journeys journeys,
            People people,
            CampaignFixtures campaigns,
            DueJobs jobs,
            MutableClock clock,
            Rows rows,
            Blobs blobs) {
        this.http = http;
        this.journeys = journeys;
        this.people = people;
        this.campaigns = campaigns;
        this.jobs = jobs;
        this.clock = clock;
        this.rows = rows;
        this.blobs = blobs;
    }

    @BeforeEach
    void aCampaign() {
        school = campaigns.aSchool();
        campaign = campaigns.anOpenCampaign(school, t -> {});
    }

    @Test
    void unacceptedPhotosFactsAndAddressesAreDeleted() {
        Walk unpaid = bound();
        submitWithPrints(unpaid);
        Walk rejected = bound();
        journeys.submit(rejected);
        journeys.pay(rejected);
        journeys.decide(rejected, "REJECT", List.of("blur"));
        Walk accepted = bound();
        journeys.submit(accepted);
        journeys.pay(accepted);
        journeys.decide(accepted, "ACCEPT", List.of());
        List<String> doomed = files(unpaid);
        doomed.addAll(files(rejected));
        List<String> kept = files(accepted);
        assertThat(rows.number("SELECT COUNT(*) FROM purchase_order WHERE address_sealed IS NOT NULL"))
                .isEqualTo(1);

        close();

        for (Walk gone : List.of(unpaid, rejected)) {
            Http.Reply seen = http.as(people.again(gone.token())).get("/api/v1/student/captures/" + gone.captureNo());
            assertThat(seen.<String>at("status")).isEqualTo("EXPIRED");
            assertThat(seen.<Object>at("facts")).isNull();
            assertThat(rows.of(
                                    "SELECT enrolment_key, live_key, student_key, facts_sealed, photo_no FROM capture WHERE no = ?",
                                    gone.captureNo())
                            .getFirst()
                            .values())
                    .containsOnlyNulls();
        }
        assertThat(doomed).hasSize(4).noneMatch(blobs::exists);
        assertThat(rows.number("SELECT COUNT(*) FROM purchase_order WHERE address_sealed IS NOT NULL"))
                .isZero();
        assertThat(kept).hasSize(1).allMatch(blobs::exists);
        assertThat(journeys.status(journeys.again(accepted))).isEqualTo("IN_PRODUCTION");
        assertThat(rows.number("SELECT COUNT(*) FROM consent")).isEqualTo(6);
    }

    @Test
    void photosInReviewAreStillDecided() {
        Walk good = inReview();
        Walk bad = inReview();

        close();
        assertThat(journeys.status(journeys.again(good))).isEqualTo("IN_REVIEW");
        journeys.decide(good, "ACCEPT", List.of());
        clock.advance(Duration.ofMinutes(15)); // until the first reviewer's lease on both has expired
        journeys.decide(bad, "REJECT", List.of("blur"));
        journeys.settle();

        assertThat(journeys.status(journeys.again(good))).isEqualTo("IN_PRODUCTION");
        assertThat(journeys.status(journeys.again(bad))).isEqualTo("EXPIRED");
        assertThat(rows.number("SELECT SUM(refunded_minor) FROM payment")).isEqualTo(1500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"REJECTED", "RETURNED", "ERRATUM"})
    void aPhotoRejectedAfterTheEndIsRefundedAndTheStudentToldThatItIsOver(String how, CaptureService captures) {
        Walk walk = inReview();
        close();
        if (how.equals("REJECTED")) {
            journeys.decide(walk, "REJECT", List.of("blur"));
        } else {
            journeys.decide(walk, "ACCEPT", List.of());
        }
        if (how.equals("RETURNED")) {
            captures.returned(walk.captureNo(), "不清晰");
        } else if (how.equals("ERRATUM")) {
            captures.erratum(walk.captureNo(), "照片需要重拍", Actor.SYSTEM);
        }
        journeys.settle();

        List<String> sent = rows.texts("SELECT template FROM sandbox_message WHERE channel = 'SMS' ORDER BY id");
        assertThat(sent).contains(how + "_OVER", "REFUNDED").doesNotContain(how);
        assertThat(http.as(journeys.again(walk).token())
                        .get("/api/v1/student/messages")
                        .text())
                .contains("采集已截止，不能再拍。如已付费，费用会退还给您")
                .doesNotContain("重新拍摄");
        assertThat(rows.number("SELECT SUM(refunded_minor) FROM payment")).isEqualTo(1500);
    }

    @Test
    void aPhotoInReviewCannotBeWithdrawnAfterTheEndButMayBeGivenUp() {
        Walk walk = inReview();
        List<String> files = files(walk);
        close();
        walk = journeys.again(walk);
        String capture = "/api/v1/student/captures/" + walk.captureNo();

        http.as(walk.token()).post(capture + "/withdrawals", null).expectPlainProblem(409, "campaign-closed");
        assertThat(journeys.status(walk)).isEqualTo("IN_REVIEW");

        http.as(walk.token()).post(capture + "/cancellations", null).expect(200);
        journeys.settle();
        assertThat(files).hasSize(2).noneMatch(blobs::exists);
        assertThat(rows.number("SELECT SUM(refunded_minor) FROM payment")).isEqualTo(1500);
    }

    @Test
    void aPhotoPaidBeforeTheCloseIsReviewedThoughTheCallbackIsLate() {
        Walk walk = bound();
        journeys.submit(walk);
        payWithoutCallback(walk);

        close();

        assertThat(journeys.status(journeys.again(walk))).isEqualTo("IN_REVIEW");
        assertThat(rows.texts("SELECT status FROM purchase_order")).containsExactly("PAID");
        assertThat(rows.number("SELECT COUNT(*) FROM refund")).isZero();
    }

    @Test
    void whileTheChannelIsSilentOnlyCapturesThatMayBePaidAreKept() {
        Walk paid = bound();
        journeys.submit(paid);
        payWithoutCallback(paid);
        Walk unpaid = bound();
        journeys.submit(unpaid);
        rows.change("UPDATE payment SET gateway = 'gone'");

        close();
        assertThat(journeys.status(journeys.again(unpaid))).isEqualTo("EXPIRED");
        assertThat(journeys.status(journeys.again(paid))).isEqualTo("TO_PAY");
        String timeToPay = "SELECT pay_by FROM purchase_order WHERE status = 'AWAITING_PAYMENT'";
        List<String> ended = rows.texts(timeToPay);
        clock.advance(Duration.ofHours(3));
        jobs.runDue();
        assertThat(rows.texts(timeToPay))
                .as("ended once, however often it is asked")
                .isEqualTo(ended);
        rows.change("UPDATE payment SET gateway = 'sandbox'");
        clock.advance(Duration.ofMinutes(10));
        jobs.runDue();

        assertThat(journeys.status(journeys.again(paid))).isEqualTo("IN_REVIEW");
        assertThat(rows.number("SELECT COUNT(*) FROM refund")).isZero();
        assertThat(rows.number("SELECT COUNT(*) FROM scheduled_tasks WHERE task_name = 'expire-campaign'"))
                .isZero();
    }

    @Test
    void aSilentChannelDoesNotDelayTheEndOfACaptureForEver() {
        Walk walk = bound();
        journeys.submit(walk);
        payWithoutCallback(walk);
        rows.change("UPDATE payment SET gateway = 'gone'");

        close();
        clock.advance(Duration.ofDays(2));
        jobs.runDue();

        assertThat(journeys.status(journeys.again(walk))).isEqualTo("EXPIRED");
        rows.change("UPDATE payment SET gateway = 'sandbox'");
        clock.advance(Duration.ofMinutes(6));
        jobs.runRecurring("check-open-payments");
        journeys.settle();
        assertThat(rows.number("SELECT SUM(refunded_minor) FROM payment")).isEqualTo(1500);
    }

    private void payWithoutCallback(Walk walk) {
        Http student = http.as(walk.token());
        String order = journeys.orderOf(walk);
        String bundle = student.post("/api/v1/student/orders/" + order + "/payments", null)
                .expect(201)
                .at("parameters.package");
        http.post("/sandbox/payments/" + bundle.substring("prepay_id=".length()) + "/pay", Map.of("callbacks", 0))
                .expect(200);
    }

    @Test
    void moneyThatArrivesAfterTheCloseIsRefunded() {
        Walk walk = bound();
        journeys.submit(walk);
        String order = journeys.orderOf(walk);
        String bundle = http.as(walk.token())
                .post("/api/v1/student/orders/" + order + "/payments", null)
                .expect(201)
                .at("parameters.package");
        close();

        http.post("/sandbox/payments/" + bundle.substring("prepay_id=".length()) + "/pay", Map.of("evenIfOver", true))
                .expect(200);
        journeys.settle();

        assertThat(journeys.status(journeys.again(walk))).isEqualTo("EXPIRED");
        assertThat(rows.number("SELECT SUM(paid_minor) FROM payment")).isEqualTo(1500);
        assertThat(rows.number("SELECT SUM(refunded_minor) FROM payment")).isEqualTo(1500);
    }

    private Walk bound() {
        return journeys.aBoundStudent(school, campaign);
    }

    private Walk inReview() {
        Walk walk = bound();
        journeys.submit(walk);
        journeys.pay(walk);
        return walk;
    }

    private void submitWithPrints(Walk walk) {
        Http.Reply photo = journeys.shoot(walk, journeys.aPortrait()).expect(200);
        http.as(walk.token())
                .post(
                        "/api/v1/student/captures/" + walk.captureNo() + "/submissions",
                        Map.<String, Object>of("photoNo", photo.at("no"), "prints", Journeys.prints(2)))
                .expect(200);
    }

    private void close() {
        http.as(people.aManager())
                .post("/api/v1/admin/campaigns/" + campaign.no() + "/closings", null, "If-Match", "*")
                .expect(200);
        journeys.settle();
    }

    private List<String> files(Walk walk) {
        List<String> keys = rows.texts(
                "SELECT blob_key FROM photo WHERE blob_key IS NOT NULL AND capture_no = ?", walk.captureNo());
        keys.addAll(rows.texts(
                "SELECT original_key FROM photo WHERE original_key IS NOT NULL AND capture_no = ?", walk.captureNo()));
        return keys;
    }
}
