package org.tucai.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.OnRejection;
import org.tucai.campaign.PayWhen;
import org.tucai.campaign.School;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.Journeys.Walk;
import org.tucai.testing.MutableClock;
import org.tucai.testing.TucaiTest;

/** What a card offers beside the next step: a client shows a button only for what is then not refused. */
@TucaiTest
class CardOffersIT {
    private static final Map<String, Object> PRICES =
            Map.of("each", Map.of("minor", 1000, "currency", "CNY"), "express", Map.of("minor", 0, "currency", "CNY"));

    private final Http http;
    private final Journeys journeys;
    private final CampaignFixtures campaigns;
    private final MutableClock clock;

    CardOffersIT(Http http, Journeys journeys, CampaignFixtures campaigns, MutableClock clock) {
        this.http = http;
        this.journeys = journeys;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    @Test
    void printsAreOfferedFromTheSubmissionUntilTheOrderIsPaid() {
        Walk walk = bound(t -> {});
        assertThat(this.<Object>card(walk, "prints")).as("no photo yet").isNull();

        String photo = shoot(walk);
        assertThat(this.<Object>card(walk, "prints")).as("to submit").isEqualTo(PRICES);
        submit(walk, photo, null).expect(200);
        assertThat(this.<Object>card(walk, "prints")).as("to pay").isEqualTo(PRICES);
        http.as(walk.token())
                .put("/api/v1/student/orders/" + card(walk, "order.no") + "/prints", Journeys.prints(2))
                .expect(200);
        journeys.pay(walk);

        assertThat(this.<Object>card(walk, "prints")).as("paid").isNull();
    }

    @Test
    void noPrintsAreOfferedWhereTheCampaignHasNone() {
        Walk walk = bound(t -> t.printsOffered = false);

        String photo = shoot(walk);

        assertThat(this.<Object>card(walk, "prints")).isNull();
        submit(walk, photo, Journeys.prints(1)).expectProblem(409, "prints-not-offered");
        submit(walk, photo, null).expect(200);
        assertThat(this.<Object>card(walk, "prints")).as("to pay").isNull();
    }

    @Test
    void whoPaysFirstIsOfferedPrintsBeforePayingAndNotWithThePhoto() {
        Walk walk = bound(t -> t.payWhen = PayWhen.BEFORE_SHOOTING);
        assertThat(this.<Object>card(walk, "prints")).isEqualTo(PRICES);

        journeys.pay(walk);
        String photo = shoot(walk);

        assertThat(this.<Object>card(walk, "prints")).isNull();
        submit(walk, photo, Journeys.prints(1)).expectProblem(409, "prints-after-payment");
    }

    @Test
    void aFreeRetakeOffersNoPrintsBecauseItsOrderIsPaid() {
        Walk walk = bound(t -> t.onRejection = OnRejection.FREE_RETAKE);
        submit(walk, shoot(walk), null).expect(200);
        journeys.pay(walk);
        journeys.decide(walk, "REJECT", List.of("blur"));

        String photo = shoot(walk);

        assertThat(this.<Object>card(walk, "prints")).isNull();
        submit(walk, photo, Journeys.prints(1)).expectProblem(409, "prints-after-payment");
    }

    @Test
    void aPaidRetakeOffersPrintsAnewBecauseItsOrderWasRefunded() {
        Walk walk = bound(t -> {});
        submit(walk, shoot(walk), null).expect(200);
        journeys.pay(walk);
        journeys.decide(walk, "REJECT", List.of("blur"));

        String photo = shoot(walk);

        assertThat(this.<Object>card(walk, "prints")).isEqualTo(PRICES);
        submit(walk, photo, Journeys.prints(1)).expect(200);
    }

    @Test
    void onlyASubmittedPhotoCanBeWithdrawnAndOnlyWhileAnotherCanBeTaken() {
        Walk walk = bound(t -> t.closesAt = MutableClock.START.plus(Duration.ofHours(2)));
        assertThat(this.<Boolean>card(walk, "withdrawable")).as("no photo yet").isFalse();
        String photo = shoot(walk);
        assertThat(this.<Boolean>card(walk, "withdrawable")).as("to submit").isFalse();
        post(walk, "withdrawals").expectProblem(409, "not-in-review");

        submit(walk, photo, null).expect(200);
        assertThat(this.<Boolean>card(walk, "withdrawable")).as("to pay").isTrue();
        journeys.pay(walk);
        assertThat(this.<Boolean>card(walk, "withdrawable")).as("in review").isTrue();
        clock.advance(Duration.ofHours(2));
        Walk later = journeys.again(walk);

        assertThat(this.<Boolean>card(later, "withdrawable")).as("window over").isFalse();
        post(later, "withdrawals").expectProblem(409, "campaign-closed");
    }

    @Test
    void aCaptureCanBeCancelledUntilItsPhotoIsAccepted() {
        Walk walk = bound(t -> t.feeMinor = 0);
        assertThat(this.<Boolean>card(walk, "cancellable")).as("no photo yet").isTrue();
        submit(walk, shoot(walk), null).expect(200);
        assertThat(this.<Boolean>card(walk, "cancellable")).as("in review").isTrue();
        journeys.decide(walk, "REJECT", List.of("blur"));
        assertThat(this.<Boolean>card(walk, "cancellable")).as("rejected").isTrue();
        journeys.submit(walk);

        journeys.decide(walk, "ACCEPT", List.of());

        assertThat(this.<Boolean>card(walk, "cancellable")).as("accepted").isFalse();
        post(walk, "cancellations").expectProblem(409, "not-cancellable");
    }

    private Walk bound(Consumer<CampaignFixtures.Terms> terms) {
        School school = campaigns.aSchool();
        return journeys.aBoundStudent(school, campaigns.anOpenCampaign(school, terms));
    }

    private String shoot(Walk walk) {
        return journeys.shoot(walk, journeys.aPortrait()).expect(200).at("no");
    }

    private Http.Reply submit(Walk walk, String photo, @Nullable Map<String, Object> prints) {
        Map<String, Object> body =
                prints == null ? Map.of("photoNo", photo) : Map.of("photoNo", photo, "prints", prints);
        return http.as(walk.token()).post("/api/v1/student/captures/" + walk.captureNo() + "/submissions", body);
    }

    private Http.Reply post(Walk walk, String what) {
        return http.as(walk.token()).post("/api/v1/student/captures/" + walk.captureNo() + "/" + what, Map.of());
    }

    private <T> @Nullable T card(Walk walk, String what) {
        return http.as(walk.token())
                .get("/api/v1/student/screens/home")
                .expect(200)
                .at("cards.0." + what);
    }
}
