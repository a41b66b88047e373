package org.tucai.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucai.platform.job.DueJobs;
import org.tucai.platform.job.LineClosed;
import org.tucai.platform.job.Lines;
import org.tucai.testing.Http;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

@TucaiTest
class NotificationIT {
    private static final String PHONE = "13911112222";
    private static final Map<String, String> REASON = Map.of("campaign", "2026届春季采集", "reason", "闭眼");

    private final Http http;
    private final People people;
    private final NotificationService notifications;
    private final MessageDeliveryRepository deliveries;
    private final MessageDeliveryService ends;
    private final DueJobs jobs;
    private final MutableClock clock;
    private final Rows rows;
    private final Lines lines;
    private String student;
    private String accountNo;

    NotificationIT(
            Http http,
            People people,
            NotificationService notifications,
            MessageDeliveryRepository deliveries,
            MessageDeliveryService ends,
            DueJobs jobs,
            MutableClock clock,
            Rows rows,
            Lines lines) {
        this.http = http;
        this.people = people;
        this.notifications = notifications;
        this.deliveries = deliveries;
        this.ends = ends;
        this.jobs = jobs;
        this.clock = clock;
        this.rows = rows;
        this.lines = lines;
    }

    @BeforeEach
    void signIn() {
        student = people.aStudent(PHONE);
        accountNo = http.as(student).get("/api/v1/student/account").at("no");
    }

    private List<Map<String, Object>> sentTo(String to) {
        return http.get("/sandbox/messages?to=" + to).list();
    }

    @Test
    void aMessageThatMustArriveIsShownInTheAppAndSentBySms() {
        notifications.send(accountNo, MessageTemplate.REJECTED, REASON, "cap_1");
        jobs.runDue();

        Http.Reply list = http.as(student).get("/api/v1/student/messages").expect(200);
        assertThat(list.<String>at("items.0.title")).isEqualTo("照片未通过审核");
        assertThat(list.<String>at("items.0.body")).contains("2026届春季采集", "闭眼");
        assertThat(list.<Boolean>at("items.0.read")).isFalse();
        assertThat(http.as(student)
                        .get("/api/v1/student/messages", "Accept-Language", "en")
                        .<String>at("items.0.title"))
                .isEqualTo("Photo rejected");
        assertThat(Http.column(sentTo(PHONE), "template")).containsExactly("REJECTED", "SMS_CODE");
    }

    @Test
    void theAppShowsTheWholeReasonAndTheSmsAShortenedOne() {
        String reason = "左侧光线明显强于右侧，面部有阴影；头发遮住右眉和右耳；背景右上角可以看到门框，请换一面白墙再拍。";

        notifications.send(accountNo, MessageTemplate.REJECTED, Map.of("campaign", "春季", "reason", reason), "cap_1");
        jobs.runDue();

        assertThat(http.as(student).get("/api/v1/student/messages").<String>at("items.0.body"))
                .contains(reason);
        assertThat((String) sentTo(PHONE).getFirst().get("text"))
                .contains(reason.substring(0, 34) + "…")
                .doesNotContain(reason);
    }

    /** If the answer could not be stored, the message would be sent again and again for two days. */
    @Test
    void anOverlongOrNonAsciiErrorCodeOfAChannelIsStoredShortened() {
        for (String code : List.of("FailedOperation.InsufficientBalanceInSmsPackage", "余额不足")) {
            notifications.send(accountNo, MessageTemplate.REJECTED, REASON, "cap_1");
            String no = rows.texts("SELECT no FROM message_delivery WHERE status = 'QUEUED'")
                    .getFirst();
            ends.begin(no);

            ends.settle(no, SendResult.refused(code));
        }

        assertThat(rows.texts("SELECT outcome FROM message_delivery WHERE status = 'DROPPED'"))
                .containsExactlyInAnyOrder("FailedOperation.InsufficientBalanceInSms", "????");
    }

    /** Thousands of messages may be due: each would keep a job thread until its own time-out, and refunds would wait behind them. */
    @Test
    void theNextMessageDoesNotWaitForAChannelThatTimedOutAMomentAgo() {
        List<String> asked = new ArrayList<>();
        SmsGateway silent = (no, to, message) -> {
            asked.add(no);
            clock.advance(Duration.ofSeconds(10));
            throw new IllegalStateException("timed out");
        };
        DeliverMessageJob job = new DeliverMessageJob(ends, Optional.of(silent), Optional.empty(), new Lines(clock));
        notifications.send(accountNo, MessageTemplate.REJECTED, REASON, "cap_1");
        notifications.send(accountNo, MessageTemplate.REJECTED, REASON, "cap_2");
        List<String> queued = rows.texts("SELECT no FROM message_delivery WHERE status = 'QUEUED' ORDER BY id");
        assertThatThrownBy(() -> job.run(queued.getFirst())).hasMessage("timed out");

        assertThatThrownBy(() -> job.run(queued.getLast())).isInstanceOf(LineClosed.class);
        assertThat(asked).containsExactly(queued.getFirst());

        clock.advance(Duration.ofSeconds(30));
        assertThatThrownBy(() -> job.run(queued.getLast())).hasMessage("timed out");
        assertThat(asked).containsExactlyElementsOf(queued);
    }

    /** It was not even tried: nobody should have to start it again. */
    @Test
    void aMessageWhoseChannelIsNotAskedIsNeverGivenUp() {
        notifications.send(accountNo, MessageTemplate.REJECTED, REASON, "cap_1");
        for (int hour = 0; hour < 70; hour++) {
            clock.advance(Duration.ofHours(1));
            assertThatThrownBy(() -> lines.ask(Channel.SMS.name(), e -> true, NotificationIT::silence))
                    .hasMessage("silent");
            jobs.runDue();
        }
        assertThat(rows.number("SELECT COUNT(*) FROM failed_job")).isZero();

        clock.advance(Duration.ofHours(1));
        jobs.runDue();

        assertThat(Http.column(sentTo(PHONE), "template")).contains("REJECTED");
    }

    private static String silence() {
        throw new IllegalStateException("silent");
    }

    /** An account opened on site has none until the student signs in. */
    @Test
    void whoHasNoPhoneNumberReadsInTheAppWhatMustArrive() {
        rows.change("UPDATE account SET phone = NULL, phone_index = NULL");

        notifications.send(accountNo, MessageTemplate.REJECTED, REASON, "cap_1");
        jobs.runDue();

        assertThat(rows.texts("SELECT outcome FROM message_delivery WHERE template = 'REJECTED'"))
                .containsExactly("no-phone");
        assertThat(notifications.unread(accountNo)).isEqualTo(1);
    }

    /** Whether there is anybody to notify does not depend on the phone number. */
    @Test
    void anUnreadablePhoneNumberDoesNotKeepAMessageFromTheList() {
        rows.change("UPDATE account SET phone = LEFT(phone, 20)");

        notifications.send(accountNo, MessageTemplate.ACCEPTED, Map.of("campaign", "c"), "cap_1");

        assertThat(notifications.unread(accountNo)).isEqualTo(1);
    }

    @Test
    void aSubscribedMessageIsSentOncePerTick() {
        http.as(student)
                .post("/api/v1/student/account/wechat-links", Map.of("code", "sandbox-li"))
                .expect(200);
        http.as(student)
                .post("/api/v1/student/subscription-ticks", Map.of("templates", List.of("ACCEPTED", "SUBMITTED")))
                .expect(200);
        String other = anotherWhoTicked("ACCEPTED");

        notifications.send(accountNo, MessageTemplate.ACCEPTED, Map.of("campaign", "甲".repeat(30)), "cap_1");
        jobs.runDue();
        notifications.send(accountNo, MessageTemplate.ACCEPTED, Map.of("campaign", "乙"), "cap_2");
        jobs.runDue();

        assertThat(Http.column(sentTo("openid-li"), "template")).containsExactly("ACCEPTED");
        assertThat(ticksLeft("SUBMITTED")).isEqualTo(1);
        assertThat(ticksLeft("ACCEPTED")).isZero();
        assertThat(ticksLeft(other, "ACCEPTED")).isOne();
    }

    @ParameterizedTest
    @CsvSource({"REJECTED, REJECTED_LATER", "RETURNED, RETURNED_TO_PAY", "ERRATUM, ERRATUM_OVER"})
    void aTickForARejectionIsUsedForEveryVariantOfItsMessage(String ticked, MessageTemplate sent) {
        http.as(student)
                .post("/api/v1/student/account/wechat-links", Map.of("code", "sandbox-li"))
                .expect(200);
        http.as(student)
                .post("/api/v1/student/subscription-ticks", Map.of("templates", List.of(ticked)))
                .expect(200);

        Map<String, String> values = new HashMap<>(Map.of("campaign", "春季", "reason", "背景不均匀", "day", "5月6日"));
        values.keySet().retainAll(sent.variables());

        notifications.send(accountNo, sent, values, "cap_1");
        jobs.runDue();

        List<Map<String, Object>> came = sentTo("openid-li");
        assertThat(Http.column(came, "template")).containsExactly(ticked); // the WeChat template that the tick allows
        assertThat(came.getFirst().get("text").toString())
                .contains("thing3=背景不均匀")
                .doesNotContain("5月6日");
        assertThat(ticksLeft(ticked)).isZero();
    }

    /** A client may have asked for the variant itself. */
    @Test
    void aTickForAVariantCountsForItsBaseMessage() {
        http.as(student)
                .post("/api/v1/student/subscription-ticks", Map.of("templates", List.of("REJECTED_ON_SITE")))
                .expect(200);

        assertThat(ticksLeft("REJECTED")).isEqualTo(1);
        assertThat(Http.column(
                        http.as(student)
                                .get("/api/v1/student/subscription-ticks")
                                .expect(200)
                                .list(),
                        "template"))
                .doesNotContain("REJECTED_ON_SITE");
    }

    private String anotherWhoTicked(String template) {
        String other = people.aStudent("13911115555");
        http.as(other)
                .post("/api/v1/student/subscription-ticks", Map.of("templates", List.of(template)))
                .expect(200);
        return other;
    }

    private int ticksLeft(String template) {
        return ticksLeft(student, template);
    }

    private int ticksLeft(String token, String template) {
        return http.as(token).get("/api/v1/student/subscription-ticks").expect(200).list().stream()
                .filter(tick -> template.equals(tick.get("template")))
                .mapToInt(tick -> (int) tick.get("remaining"))
                .sum();
    }

    @Test
    void aStudentWithoutTicksSeesWhichMessagesCanBeTicked() {
        List<Map<String, Object>> ticks = http.as(student)
                .get("/api/v1/student/subscription-ticks")
                .expect(200)
                .list();

        assertThat(ticks)
                .allMatch(tick -> tick.get("remaining").equals(0))
                .anySatisfy(tick ->
                        assertThat(tick).containsEntry("template", "ACCEPTED").containsEntry("title", "照片已通过审核"));
        assertThat(Http.column(ticks, "template")).doesNotContain("SMS_CODE");
    }

    @Test
    void ofTwoQueuedMessagesWithOneTickOnlyOneIsSent() {
        http.as(student)
                .post("/api/v1/student/account/wechat-links", Map.of("code", "sandbox-li"))
                .expect(200);
        http.as(student)
                .post("/api/v1/student/subscription-ticks", Map.of("templates", List.of("ACCEPTED")))
                .expect(200);

        notifications.send(accountNo, MessageTemplate.ACCEPTED, Map.of("campaign", "甲"), "cap_1");
        notifications.send(accountNo, MessageTemplate.ACCEPTED, Map.of("campaign", "乙"), "cap_2");
        jobs.runDue();

        assertThat(sentTo("openid-li")).hasSize(1);
        assertThat(ticksLeft("ACCEPTED")).isZero();
    }

    @Test
    void aRefusalByTheUserClearsTheTicksAndTheSmsIsStillSent() {
        http.as(student)
                .post("/api/v1/student/account/wechat-links", Map.of("code", "sandbox-wu-refuses"))
                .expect(200);
        for (int i = 0; i < 3; i++) {
            http.as(student).post("/api/v1/student/subscription-ticks", Map.of("templates", List.of("REJECTED")));
        }
        http.as(student).post("/api/v1/student/subscription-ticks", Map.of("templates", List.of("ACCEPTED")));
        String other = anotherWhoTicked("REJECTED");

        notifications.send(accountNo, MessageTemplate.REJECTED, REASON, "cap_1");
        jobs.runDue();

        assertThat(sentTo("openid-wu-refuses")).isEmpty();
        assertThat(ticksLeft("REJECTED")).isZero();
        assertThat(ticksLeft("ACCEPTED")).isOne();
        assertThat(ticksLeft(other, "REJECTED")).isOne();
        assertThat(Http.column(sentTo(PHONE), "template")).contains("REJECTED");
    }

    @Test
    void aMessageDeliveredTwiceIsSentOnceAndItsContentDeleted() {
        notifications.send(accountNo, MessageTemplate.REFUNDED, Map.of("campaign", "春季", "amount", "15.00"), "ref_1");
        jobs.runDue();
        Map<String, Object> sent = sentTo(PHONE).getFirst();
        String no = (String) sent.get("deliveryNo");

        jobs.run(DeliverMessageJob.TYPE, no);

        assertThat(sentTo(PHONE)).hasSize(2);
        MessageDelivery delivery = deliveries.findByNo(no).orElseThrow();
        assertThat(delivery.status()).isEqualTo(MessageDeliveryStatus.SENT);
        assertThat(delivery.content()).isNull();
    }

    @Test
    void whatWaitsToBeSentGoesToTheAccountThatTakesOver() {
        anotherWhoTicked("SUBMITTED");
        Http former = http.as(people.aStudent("13911113333"));
        String closing = former.get("/api/v1/student/account").at("no");
        String stranger = http.as(people.aStudent("13911114444"))
                .get("/api/v1/student/account")
                .at("no");
        notifications.send(closing, MessageTemplate.REJECTED, REASON, "cap_1");
        notifications.send(stranger, MessageTemplate.REJECTED, REASON, "cap_2");
        former.post("/api/v1/student/subscription-ticks", Map.of("templates", List.of("ACCEPTED")));

        notifications.handOver(closing, accountNo);
        jobs.runDue();

        assertThat(ticksLeft("ACCEPTED")).isEqualTo(1);
        assertThat(ticksLeft("SUBMITTED")).isZero();
        assertThat(Http.column(sentTo(PHONE), "template")).containsExactly("REJECTED", "SMS_CODE");
        assertThat(Http.column(sentTo("13911113333"), "template")).containsExactly("SMS_CODE");
        assertThat(Http.column(sentTo("13911114444"), "template")).containsExactly("REJECTED", "SMS_CODE");
        assertThat(notifications.unread(accountNo)).isEqualTo(1);
        assertThat(notifications.unread(stranger)).isEqualTo(1);
    }

    @Test
    void ofAClosedAccountOnlyUnsentWordsAboutMoneyAreSentAndOnlyForADay() {
        String other = "13911114444";
        String stranger =
                http.as(people.aStudent(other)).get("/api/v1/student/account").at("no");
        Map<String, String> owed = Map.of("campaign", "春季", "amount", "15.00");
        rows.change("UPDATE account SET language = 'EN' WHERE no = '" + accountNo + "'");
        notifications.send(accountNo, MessageTemplate.REFUND_BY_HAND, owed, "ref_1");
        jobs.runDue();
        notifications.send(accountNo, MessageTemplate.REFUND_BY_HAND, owed, "ref_2");
        notifications.send(accountNo, MessageTemplate.REJECTED, REASON, "cap_1");
        notifications.send(stranger, MessageTemplate.REFUND_BY_HAND, owed, "ref_3");

        notifications.forget(accountNo);

        assertThat(rows.number(
                        "SELECT COUNT(*) FROM message_delivery WHERE recipient IS NOT NULL AND template <> 'SMS_CODE'"))
                .as("those that wait for the number alone")
                .isEqualTo(1);
        jobs.runDue();
        assertThat(Http.column(sentTo(PHONE), "template"))
                .containsExactly("REFUND_BY_HAND", "REFUND_BY_HAND", "SMS_CODE");
        assertThat((String) sentTo(PHONE).getFirst().get("text")).startsWith("You are owed");
        assertThat(Http.column(sentTo(other), "template")).containsExactly("REFUND_BY_HAND", "SMS_CODE");
        assertThat(notifications.unread(stranger)).isEqualTo(1);

        notifications.send(stranger, MessageTemplate.REFUND_BY_HAND, owed, "ref_4");
        notifications.forget(stranger);
        clock.advance(Duration.ofDays(1).plusSeconds(1));
        jobs.runDue();
        assertThat(Http.column(sentTo(other), "template")).containsExactly("REFUND_BY_HAND", "SMS_CODE");
    }

    @Test
    void whatWasSentIsForgottenAfterHalfAYearAndInTheSandboxAfterADay() {
        notifications.send(accountNo, MessageTemplate.REJECTED, REASON, "cap_1");
        jobs.runDue();
        notifications.send(accountNo, MessageTemplate.REJECTED, REASON, "cap_2");
        String unsent = rows.texts("SELECT no FROM message_delivery WHERE settled_at IS NULL")
                .getFirst();

        clock.advance(Duration.ofDays(1));
        jobs.runRecurring("delivery-cleanup");
        assertThat(sentTo(PHONE)).hasSize(2);
        clock.advance(Duration.ofSeconds(1));
        jobs.runRecurring("delivery-cleanup");
        assertThat(sentTo(PHONE)).isEmpty();

        clock.advance(Duration.ofDays(179).minusSeconds(1));
        jobs.runRecurring("delivery-cleanup");
        assertThat(rows.number("SELECT COUNT(*) FROM message_delivery")).isEqualTo(3);
        clock.advance(Duration.ofSeconds(1));
        jobs.runRecurring("delivery-cleanup");
        assertThat(rows.texts("SELECT no FROM message_delivery")).containsExactly(unsent);
    }

    @Test
    void anExpiredSmsCodeIsNotSent() {
        notifications.sendSms(
                new org.tucai.platform.privacy.PhoneNumber("13700000001"),
                MessageTemplate.SMS_CODE,
                Map.of("code", "123456", "minutes", "5"),
                org.tucai.platform.web.Language.EN,
                Duration.ofMinutes(5));
        clock.advance(Duration.ofMinutes(6));
        jobs.runDue();

        assertThat(sentTo("13700000001")).isEmpty();
    }

    @Test
    void oneMessageOrAllCanBeMarkedAsRead() {
        for (int i = 0; i < 3; i++) {
            notifications.send(accountNo, MessageTemplate.ACCEPTED, Map.of("campaign", "c" + i), "cap_" + i);
            clock.advance(Duration.ofSeconds(1));
        }
        Http.Reply first =
                http.as(student).get("/api/v1/student/messages?limit=2").expect(200);
        String newest = first.at("items.0.no");

        http.as(student)
                .post("/api/v1/student/messages/" + newest + "/readings", null)
                .expect(204);

        assertThat(first.<String>at("items.0.body")).contains("c2");
        assertThat(http.as(student).get("/api/v1/student/messages/unread-count").<Integer>at("unread"))
                .isEqualTo(2);
        Http.Reply rest = http.as(student).get("/api/v1/student/messages?limit=2&cursor=" + first.at("next"));
        assertThat(rest.<List<Object>>at("items")).hasSize(1);
        assertThat(rest.<String>at("next")).isNull();
        clock.advance(Duration.ofSeconds(1));
        String stranger = http.as(people.aStudent("13911114444"))
                .get("/api/v1/student/account")
                .at("no");
        notifications.send(stranger, MessageTemplate.ACCEPTED, Map.of("campaign", "c"), "cap_9");
        http.as(student).post("/api/v1/student/messages/readings", null).expect(204);
        assertThat(notifications.unread(accountNo)).isZero();
        assertThat(notifications.unread(stranger)).isOne();
        assertThat(rows.number("SELECT COUNT(DISTINCT read_at) FROM message"))
                .as("the one read first keeps its time")
                .isEqualTo(2);
    }

    @Test
    void aStudentWasToldOnlyOfThatSubjectInThoseWordsAndSinceThen() {
        notifications.send(accountNo, MessageTemplate.ACCEPTED, Map.of("campaign", "春季"), "cap_1");
        Instant then = clock.instant();

        assertThat(notifications.wasTold(accountNo, MessageTemplate.ACCEPTED, "cap_1", then))
                .isTrue();
        assertThat(notifications.wasTold(accountNo, MessageTemplate.ACCEPTED, "cap_1", then.plusMillis(1)))
                .isFalse();
        assertThat(notifications.wasTold(accountNo, MessageTemplate.ACCEPTED, "cap_2", then))
                .isFalse();
        assertThat(notifications.wasTold(accountNo, MessageTemplate.REJECTED, "cap_1", then))
                .isFalse();
        assertThat(notifications.wasTold("acc_00000000000000000001", MessageTemplate.ACCEPTED, "cap_1", then))
                .isFalse();
    }

    @Test
    void messagesOfTheSameInstantAreAllReadByPages() {
        for (int i = 0; i < 3; i++) {
            notifications.send(accountNo, MessageTemplate.ACCEPTED, Map.of("campaign", "c" + i), "cap_" + i);
        }
        String list = "/api/v1/student/messages";

        List<Object> read = new ArrayList<>();
        String page = list + "?limit=1";
        while (page != null) {
            Http.Reply one = http.as(student).get(page).expect(200);
            read.addAll(one.<List<Object>>at("items"));
            String next = one.at("next");
            page = next == null ? null : list + "?limit=1&cursor=" + next;
        }

        assertThat(read).hasSize(3).isEqualTo(http.as(student).get(list).at("items"));
    }

    @Test
    void anotherStudentsMessageIsNotFound() {
        notifications.send(accountNo, MessageTemplate.ACCEPTED, Map.of("campaign", "c"), "cap_1");
        String no = http.as(student).get("/api/v1/student/messages").at("items.0.no");

        http.as(people.aStudent())
                .post("/api/v1/student/messages/" + no + "/readings", null)
                .expectProblem(404, "not-found");
        http.get("/api/v1/student/messages").expectProblem(401, "unauthenticated");
    }

    @Test
    void aMessageThatCannotBeSubscribedToIsRefused() {
        http.as(student)
                .post("/api/v1/student/subscription-ticks", Map.of("templates", List.of("SMS_CODE")))
                .expectProblem(422, "not-subscribable");
    }
}
