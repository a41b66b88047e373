package org.tucai.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tucai.payment.PaymentGateway.ChannelRefund;
import org.tucai.payment.PaymentGateway.RefundState;
import org.tucai.payment.RefundOutcomeService;
import org.tucai.payment.sandbox.FickleChannel;
import org.tucai.payment.sandbox.FickleChannel.Mood;
import org.tucai.platform.job.DueJobs;
import org.tucai.platform.time.ChinaTime;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.Journeys.Walk;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** The channel is down when a fee is due back: the refund is still under way, and nobody has to start it again. */
@TucaiTest
class SilentRefundIT {
    private static final int HOURS_OF_THREE_DAYS = 72;

    private final Http http;
    private final Journeys journeys;
    private final People people;
    private final FickleChannel channel;
    private final DueJobs jobs;
    private final MutableClock clock;
    private final Rows rows;
    private final RefundOutcomeService refunds;
    private Walk walk;

    SilentRefundIT(
            Http http,
            Journeys journeys,
            People people,
            FickleChannel channel,
            DueJobs jobs,
            MutableClock clock,
            Rows rows,
            RefundOutcomeService refunds) {
        this.http = http;
        this.journeys = journeys;
        this.people = people;
        this.channel = channel;
        this.jobs = jobs;
        this.clock = clock;
        this.rows = rows;
        this.refunds = refunds;
    }

    @BeforeEach
    void aFeeIsPaid() {
        walk = journeys.aStudentInReview();
    }

    @Test
    void aRefundIsSubmittedAutomaticallyWhenTheChannelIsBack() {
        channel.is(Mood.SILENT);
        journeys.decide(walk, "REJECT", List.of("blur"));
        hours(HOURS_OF_THREE_DAYS);

        assertThat(rows.number("SELECT COUNT(*) FROM failed_job")).isZero();
        Http.Reply order = order();
        assertThat(order.<String>at("status")).isEqualTo("REFUNDING");
        assertThat(order.<String>at("statusText")).isEqualTo("退款中");
        assertThat(order.<Integer>at("refunding.minor")).isEqualTo(1500);

        channel.is(Mood.TALKING);
        hours(2); // queried at the next check; then the channel needs its own time
        assertThat(order().<String>at("status")).isEqualTo("REFUNDED");
        assertThat(rows.number("SELECT COUNT(*) FROM sandbox_refund")).isEqualTo(1);
        assertThat(rows.number("SELECT COUNT(*) FROM message WHERE template = 'REFUNDED'"))
                .isEqualTo(1);
        assertThat(rows.number("SELECT COUNT(*) FROM scheduled_tasks WHERE task_name = 'submit-refund'"))
                .isZero();
    }

    @Test
    void anUnsubmittedRefundNeedsAttentionAfterTwoDaysUntilTheChannelTakesIt() {
        channel.is(Mood.SILENT);
        journeys.decide(walk, "REJECT", List.of("blur"));
        hours(47);
        assertThat(attention()).isEmpty();

        hours(2);
        assertThat(attention()).hasSize(1);

        channel.is(Mood.TALKING);
        hours(1);
        assertThat(attention()).isEmpty();
    }

    /** The channel took the refund and then was down for good, or lost it: the student would wait for money nobody is tracking. */
    @Test
    void aRefundInProgressNeedsAttentionAfterTwoWeeksUntilItArrives() {
        channel.is(Mood.SILENT);
        journeys.decide(walk, "REJECT", List.of("blur"));
        clock.advance(Duration.ofDays(20));
        hours(1);
        theChannelReports(RefundState.PROCESSING);
        clock.advance(Duration.ofDays(14));
        assertThat(attention()).isEmpty();

        clock.advance(Duration.ofSeconds(1));
        assertThat(attention()).hasSize(1);
        settle().expectPlainProblem(409, "refund-not-by-hand");

        theChannelReports(RefundState.SUCCEEDED);
        assertThat(attention()).isEmpty();
    }

    private void theChannelReports(RefundState state) {
        String refund = rows.texts("SELECT no FROM refund").getFirst();
        Instant at = clock.instant().minus(Duration.ofDays(1));
        refunds.settle(new ChannelRefund(refund, state, "5030001", 1500, null, at), "queried");
    }

    @Test
    void anUnsubmittedRefundMayBePaidBackManuallyAfterThirtyDaysAndOnlyOnce() {
        channel.is(Mood.SILENT);
        journeys.decide(walk, "REJECT", List.of("blur"));
        clock.advance(Duration.ofDays(29));
        hours(1);
        settle().expectPlainProblem(409, "refund-not-by-hand");

        clock.advance(Duration.ofDays(1));
        settle().expect(200);
        channel.is(Mood.TALKING);
        hours(2);

        assertThat(order().<String>at("status")).isEqualTo("REFUNDED");
        assertThat(attention()).isEmpty();
        assertThat(rows.number("SELECT COUNT(*) FROM sandbox_refund")).isZero();
    }

    @Test
    void aRefundThatArrivesAfterAManualPaybackNeedsAttentionUntilItIsSettled() {
        channel.is(Mood.SILENT);
        journeys.decide(walk, "REJECT", List.of("blur"));
        clock.advance(Duration.ofDays(30).plusHours(1));
        hours(1);
        settle().expect(200);
        theChannelReports(RefundState.PROCESSING);
        assertThat(attention()).isEmpty();
        int before = atTheChannel();

        theChannelReports(RefundState.SUCCEEDED);
        theChannelReports(RefundState.SUCCEEDED);

        Http.Reply seen = http.as(people.aManager()).get(refund());
        assertThat(attention()).hasSize(1);
        assertThat(seen.<String>at("status")).isEqualTo("BACK_TWICE");
        assertThat(seen.<String>at("note")).contains("15.00", "银行转账");
        assertThat(check().<Boolean>at("addsUp")).isTrue();
        assertThat(atTheChannel()).isEqualTo(before - 1500);
        assertThat(refundedYesterday()).as("when the channel paid").isEqualTo(Map.of("minor", 1500, "currency", "CNY"));
        settle().expect(200);
        theChannelReports(RefundState.SUCCEEDED);
        assertThat(attention()).isEmpty();
        assertThat(order().<String>at("status")).isEqualTo("REFUNDED");
        assertThat(check().<Boolean>at("addsUp")).isTrue();
        assertThat(atTheChannel()).isEqualTo(before - 1500);
        settle().expectPlainProblem(409, "refund-not-by-hand");
    }

    private Http.Reply check() {
        return http.as(people.aManager()).get("/api/v1/admin/money/check").expect(200);
    }

    private Object refundedYesterday() {
        LocalDate day = ChinaTime.day(clock.instant()).minusDays(1);
        Http manager = http.as(people.aManager());
        return manager.get("/api/v1/admin/money/days?from=" + day + "&to=" + day)
                .list()
                .getFirst()
                .get("refunded");
    }

    private int atTheChannel() {
        return check().at("balance.minor");
    }

    /** The channel had taken it: asked once more it may be paying, and a payment by hand would pay twice. */
    @Test
    void aRetriedRefundMayBePaidBackManuallyOnlyThirtyDaysAfterTheRetry() {
        channel.is(Mood.SILENT);
        journeys.decide(walk, "REJECT", List.of("blur"));
        clock.advance(Duration.ofDays(20));
        hours(1);
        theChannelReports(RefundState.ABNORMAL);
        clock.advance(Duration.ofDays(20));
        http.as(people.aManager()).post(refund() + "/retries", Map.of()).expect(200);
        theChannelReports(RefundState.ABNORMAL); // of the first attempt, once more
        assertThat(rows.texts("SELECT status FROM refund")).containsExactly("SUBMITTED");

        settle().expectPlainProblem(409, "refund-not-by-hand");

        clock.advance(Duration.ofDays(30).plusSeconds(1));
        settle().expect(200);
    }

    /** If queried in the meantime, the channel still reports the outcome of the previous attempt. */
    @Test
    void aRetriedRefundIsSubmittedUntilTheChannelTakesIt() {
        refundsEnd("ABNORMAL");
        journeys.decide(walk, "REJECT", List.of("blur"));
        hours(1);
        refundsEnd("SUCCESS");
        channel.is(Mood.TAKING_NOTHING);
        http.as(people.aManager()).post(refund() + "/retries", Map.of()).expect(200);
        hours(HOURS_OF_THREE_DAYS);
        assertThat(rows.texts("SELECT status FROM refund")).containsExactly("SUBMITTED");

        channel.is(Mood.TALKING);
        hours(2);

        assertThat(order().<String>at("status")).isEqualTo("REFUNDED");
    }

    private void refundsEnd(String outcome) {
        String prepaid = rows.texts("SELECT prepay_no FROM sandbox_payment").getFirst();
        http.post("/sandbox/payments/" + prepaid + "/refund-outcomes", Map.of("outcome", outcome))
                .expect(204);
    }

    @Test
    void aRefundThatMissedTheChannelsDeadlineIsLeftToBePaidBackManually() {
        channel.is(Mood.SILENT);
        journeys.decide(walk, "REJECT", List.of("blur"));
        clock.advance(Duration.ofDays(366));
        hours(1);

        channel.is(Mood.TALKING);
        hours(1);

        assertThat(rows.texts("SELECT status FROM refund")).containsExactly("CLOSED");
        assertThat(attention()).hasSize(1);
        settle().expect(200);
        assertThat(attention()).isEmpty();
    }

    private Http.Reply settle() {
        return http.as(people.aManager()).post(refund() + "/settlements", Map.of("note", "银行转账"));
    }

    private String refund() {
        return "/api/v1/admin/refunds/" + rows.texts("SELECT no FROM refund").getFirst();
    }

    private void hours(int many) {
        for (int i = 0; i < many; i++) {
            clock.advance(Duration.ofHours(1));
            jobs.runDue();
            jobs.runRecurring("check-open-refunds");
        }
    }

    private Http.Reply order() {
        String no = rows.texts("SELECT no FROM purchase_order").getFirst();
        walk = journeys.again(walk);
        return http.as(walk.token()).get("/api/v1/student/orders/" + no).expect(200);
    }

    private List<Object> attention() {
        return http.as(people.aManager())
                .get("/api/v1/admin/refunds?attention=true")
                .expect(200)
                .at("items");
    }
}
