package org.tucai.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.CaptureMode;
import org.tucai.campaign.School;
import org.tucai.payment.sandbox.FickleChannel;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.CodeFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.People;
import org.tucai.testing.TucaiTest;

/** Between the payment sheet and the channel's callback: the payer asks at once, and changes an order that is not paid yet. */
@TucaiTest
class PaymentCheckIT {
    private static final int FEE = 1500;

    private final Http http;
    private final People people;
    private final Journeys journeys;
    private final CampaignFixtures campaigns;
    private final CodeFixtures codes;
    private final FickleChannel channel;
    private Journeys.Walk walk;
    private Http student;
    private String order;

    PaymentCheckIT(
            Http http,
            People people,
            Journeys journeys,
            CampaignFixtures campaigns,
            CodeFixtures codes,
            FickleChannel channel) {
        this.http = http;
        this.people = people;
        this.journeys = journeys;
        this.campaigns = campaigns;
        this.codes = codes;
        this.channel = channel;
    }

    @BeforeEach
    void anOrderToPay() {
        School school = campaigns.aSchool();
        walk = journeys.aBoundStudent(school, campaigns.anOpenCampaign(school, t -> t.feeMinor = FEE));
        journeys.submit(walk);
        student = http.as(walk.token());
        order = "/api/v1/student/orders/" + journeys.orderOf(walk);
    }

    private static String begun(Http payer, String path) {
        return payer.post(path, null)
                .expect(201)
                .<String>at("parameters.package")
                .substring("prepay_id=".length());
    }

    private void paidAtTheSheet(String prepayNo) {
        http.as(null).post("/sandbox/payments/" + prepayNo + "/pay", Map.of()).expect(200);
    }

    private Http.Reply checked() {
        return student.post(order + "/payment-checks", null);
    }

    @Test
    void aPaymentCheckFindsThePaymentBeforeTheCallback() {
        String prepayNo = begun(student, order + "/payments");
        assertThat(checked().expect(200).<String>at("status")).isEqualTo("AWAITING_PAYMENT");
        paidAtTheSheet(prepayNo);
        assertThat(journeys.status(walk)).isEqualTo("TO_PAY");

        assertThat(checked().expect(200).<String>at("status")).isEqualTo("PAID");

        assertThat(journeys.status(walk)).isEqualTo("IN_REVIEW");
        journeys.runDue();
        assertThat(checked().expect(200).<Integer>at("paid.minor")).isEqualTo(FEE);
    }

    @Test
    void anOperatorMayCheckThePaymentForAStudentOnSite() {
        School school = campaigns.aSchool();
        Campaign onSite = campaigns.anOpenCampaign(school, t -> {
            t.mode = CaptureMode.ON_SITE;
            t.feeMinor = FEE;
        });
        Journeys.Walk there = journeys.bind(people.aStudent(), onSite, codes.aCode(school));
        String here = "/api/v1/review/on-site-captures/" + there.captureNo();
        Http operator = http.as(people.aReviewer());
        operator.post(here + "/payment-checks", null).expectProblem(404, "not-found");
        String photo = operator.send("PUT", here + "/photo", "image/jpeg", journeys.aPortrait())
                .expect(200)
                .at("no");
        operator.post(here + "/submissions", Map.of("photoNo", photo)).expect(200);

        paidAtTheSheet(begun(operator, here + "/payments"));

        assertThat(operator.post(here + "/payment-checks", null).expect(200).<Boolean>at("order.paid"))
                .isTrue();
        assertThat(journeys.status(there)).isEqualTo("IN_REVIEW");
    }

    @Test
    void anUnavailableChannelIsNamedAndThePaymentGoesOnWhenItIsBack() {
        channel.is(FickleChannel.Mood.SILENT);
        assertThat(student.post(order + "/payments", null)
                        .expectProblem(503, "payment-channel-unavailable")
                        .header("Retry-After"))
                .isEqualTo("10");
        channel.is(FickleChannel.Mood.TALKING);
        String prepayNo = begun(student, order + "/payments");
        paidAtTheSheet(prepayNo);

        channel.is(FickleChannel.Mood.SILENT);
        checked().expectProblem(503, "payment-channel-unavailable");
        channel.is(FickleChannel.Mood.TALKING);

        assertThat(checked().expect(200).<String>at("status")).isEqualTo("PAID");
    }

    /** Channels limit a merchant's questions: one client in a loop must not use up those of all payers. */
    @Test
    void aClientCannotMakeUsAskTheChannelAllTheTime() {
        String prepayNo = begun(student, order + "/payments");
        for (int i = 1; i < 20; i++) {
            checked().expect(200);
        }

        assertThat(checked().expectProblem(429, "too-many-requests").header("Retry-After"))
                .isEqualTo("15");
        student.post(order + "/payments", null).expectProblem(429, "too-many-requests");

        paidAtTheSheet(prepayNo);
        journeys.runDue();
        assertThat(checked().expect(200).<String>at("status")).isEqualTo("PAID");
    }

    @Test
    void printsCanBeRemovedFromAnOrderUntilItIsPaid() {
        assertThat(student.put(order + "/prints", Journeys.prints(1))
                        .expect(200)
                        .<Integer>at("total.minor"))
                .isGreaterThan(FEE);
        assertThat(student.delete(order + "/prints").expect(200).<Integer>at("total.minor"))
                .isEqualTo(FEE);
        student.get(order + "/address").expectProblem(404, "not-found");
        student.put(order + "/prints", Journeys.prints(1)).expect(200);

        paidAtTheSheet(begun(student, order + "/payments"));
        checked().expect(200);

        student.delete(order + "/prints").expectProblem(409, "order-not-awaiting-payment");
    }
}
