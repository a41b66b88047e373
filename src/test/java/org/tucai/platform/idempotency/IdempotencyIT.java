package org.tucai.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.FilterContinuation;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.transaction.TransactionOperations;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.Campaign;
import org.tucai.payment.sandbox.FickleChannel;
import org.tucai.platform.job.DueJobs;
import org.tucai.platform.web.Etag;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.CodeFixtures;
import org.tucai.testing.Disk;
import org.tucai.testing.HeldTransaction;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Race;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** A write repeated with its key is executed once and gets the same answer. */
@TucaiTest
class IdempotencyIT {
    private static final String SCHOOLS = "/api/v1/admin/schools";
    private static final String KEY = "Idempotency-Key";
    private static final Map<String, Object> SCHOOL = Map.of("code", "10005", "name", "北京工业大学");

    private final Http http;
    private final People people;
    private final DueJobs jobs;
    private final MutableClock clock;
    private final Rows rows;
    private final Journeys journeys;
    private final FickleChannel channel;
    private final CampaignFixtures campaigns;
    private final CodeFixtures codes;
    private final Disk disk;
    private final HeldTransaction held;
    private final TransactionOperations<Connection> transactions;
    private final Breakdown breakdown;
    private String manager;

    IdempotencyIT(
            Http http,
            People people,
            DueJobs jobs,
            MutableClock clock,
            Rows rows,
            Journeys journeys,
            FickleChannel channel,
            CampaignFixtures campaigns,
            CodeFixtures codes,
            Disk disk,
            HeldTransaction held,
            TransactionOperations<Connection> transactions,
            Breakdown breakdown) {
        this.http = http;
        this.people = people;
        this.jobs = jobs;
        this.clock = clock;
        this.rows = rows;
        this.journeys = journeys;
        this.channel = channel;
        this.campaigns = campaigns;
        this.codes = codes;
        this.disk = disk;
        this.held = held;
        this.transactions = transactions;
        this.breakdown = breakdown;
    }

    /** What follows upon the key may break without an answer, as when the server is stopped. */
    @ServerFilter(SCHOOLS)
    static class Breakdown implements Ordered {
        private final IdempotencyFilter filter;
        volatile boolean happens;

        Breakdown(IdempotencyFilter filter) {
            this.filter = filter;
        }

        @Override
        public int getOrder() {
            return ServerFilterPhase.SECURITY.after() - 1;
        }

        @RequestFilter
        @ExecuteOn(TaskExecutors.BLOCKING) // it waits for the body, which the event loop brings
        void perhaps(ServerHttpRequest<?> request) throws Exception {
            if (happens) {
                filter.once(request, new Broken());
            }
        }
    }

    private static final class Broken implements FilterContinuation<MutableHttpResponse<?>> {
        @Override
        public FilterContinuation<MutableHttpResponse<?>> request(HttpRequest<?> request) {
            return this;
        }

        @Override
        public MutableHttpResponse<?> proceed() {
            throw new IllegalStateException("broken");
        }
    }

    @BeforeEach
    void aManager() {
        manager = people.aManager();
    }

    private Http.Reply create(String token, Object body, String key) {
        return http.as(token).post(SCHOOLS, body, KEY, key);
    }

    @Test
    void theFirstAnswerIsGivenAgain() {
        Http.Reply first = create(manager, SCHOOL, "k1").expect(201);

        Http.Reply again = create(manager, SCHOOL, "k1").expect(201);

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(first.header("Idempotent-Replayed")).isNull();
        assertThat(rows.number("SELECT COUNT(*) FROM school")).isEqualTo(1);
    }

    @Test
    void aRequestSucceedsThoughItsAnswerCannotBeStored() {
        disk.fillsFor("UPDATE ON idempotency_record");

        create(manager, SCHOOL, "k1").expect(201);

        disk.hasRoom();
        assertThat(rows.number("SELECT COUNT(*) FROM school")).isEqualTo(1);
        clock.advance(Duration.ofMinutes(1).plusSeconds(1));
        create(manager, SCHOOL, "k1")
                .expectPlainProblem(409, "school-code-taken"); // executed again, and told why it fails
    }

    @Test
    void theCleanupDeletesEveryAnswerOlderThanADayHoweverMany() {
        rows.change("""
            INSERT INTO idempotency_record (caller, request_key, request_hash, created_at)
            SELECT 'student', UUID(), REPEAT('h', 32), '2020-01-01'
            FROM information_schema.columns a, information_schema.columns b LIMIT 5001\
            """);

        jobs.runRecurring("idempotency-cleanup");

        assertThat(rows.number("SELECT COUNT(*) FROM idempotency_record WHERE created_at < '2021-01-01'"))
                .isZero();
    }

    @Test
    void aRefusalIsGivenAgainToo() {
        create(manager, SCHOOL, "k1").expect(201);
        create(manager, SCHOOL, "k2").expectPlainProblem(409, "school-code-taken");

        create(manager, SCHOOL, "k2").expectPlainProblem(409, "school-code-taken");
    }

    /** 400 is the least status of a problem. */
    @Test
    void theRefusalOfAnUnreadableBodyIsGivenAgainAsTheSameProblem() {
        byte[] broken = "{".getBytes(StandardCharsets.UTF_8);
        http.as(manager)
                .send("POST", SCHOOLS, "application/json", broken, KEY, "k1")
                .expectPlainProblem(400, "malformed-request");

        Http.Reply again = http.as(manager).send("POST", SCHOOLS, "application/json", broken, KEY, "k1");

        again.expectPlainProblem(400, "malformed-request");
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void aKeyBelongsToOneRequestOfOneCaller() {
        create(manager, SCHOOL, "k1").expect(201);

        create(manager, Map.of("code", "10006", "name", "另一所大学"), "k1")
                .expectPlainProblem(409, "idempotency-key-reused");
        http.as(manager)
                .post("/api/v1/admin/school-clients", SCHOOL, KEY, "k1")
                .expectPlainProblem(409, "idempotency-key-reused");
        create(people.aManager(), Map.of("code", "10006", "name", "另一所大学"), "k1")
                .expect(201);
    }

    /** A channel that is down may be back in a moment, and money that was not requested has not arrived. */
    @Test
    void aFailureIsNotStoredSoTheSameRequestSucceedsLater() {
        Journeys.Walk walk = journeys.aBoundStudent();
        journeys.submit(walk);
        Http student = http.as(walk.token());
        String payments = "/api/v1/student/orders/"
                + student.get("/api/v1/student/orders").at("items.0.no") + "/payments";
        channel.is(FickleChannel.Mood.SILENT);
        student.post(payments, null, KEY, "k1").expectPlainProblem(503, "payment-channel-unavailable");
        channel.is(FickleChannel.Mood.TALKING);

        Http.Reply done = student.post(payments, null, KEY, "k1").expect(201);

        assertThat(done.header("Idempotent-Replayed")).isNull();
    }

    /** Whatever breaks between the key and the operation has not done it. */
    @Test
    void aRequestThatBreaksBeforeItsOperationCanBeRepeatedAtOnce() {
        breakdown.happens = true;
        create(manager, SCHOOL, "k1").expect(500);
        breakdown.happens = false;

        create(manager, SCHOOL, "k1").expect(201);
    }

    /** The loser of a race is asked to try again; a stored answer would repeat that for a day. */
    @Test
    void theRefusalOfALostRaceIsNotStored() {
        Campaign draft = campaigns.aDraft(campaigns.aSchool(), t -> {});
        String openings = "/api/v1/admin/campaigns/" + draft.no() + "/openings";
        held.of(
                () -> touch("UPDATE campaign SET version = version + 1"),
                () -> http.as(manager).post(openings, null, KEY, "k1").expectProblem(409, "changed-meanwhile"));

        Http.Reply done = http.as(manager).post(openings, null, KEY, "k1").expect(200);

        assertThat(done.header("Idempotent-Replayed")).isNull();
    }

    /** The version is no part of what the key stands for: whoever has read the present one would be refused for a day. */
    @Test
    void theRefusalOfAMissingOrFormerVersionIsNotStored() {
        Campaign open = campaigns.anOpenCampaign();
        String closings = "/api/v1/admin/campaigns/" + open.no() + "/closings";
        http.as(manager).post(closings, null, KEY, "k1").expectPlainProblem(428, "precondition-required");
        http.as(manager)
                .post(closings, null, KEY, "k1", "If-Match", "\"0\"")
                .expectPlainProblem(412, "precondition-failed");

        Http.Reply done = http.as(manager).post(closings, null, KEY, "k1", "If-Match", Etag.of(open.version()));

        assertThat(done.expect(200).header("Idempotent-Replayed")).isNull();
    }

    private void touch(String sql) {
        try (Statement statement = transactions.getConnection().createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theRefusalOfALockIsNotRepeatedOnceTheLockIsLifted() {
        Http student = http.as(people.aStudent());
        String code = student.post("/api/v1/student/codes", Map.of("text", codes.aCode(campaigns.aSchool())))
                .expect(201)
                .at("no");
        String confirmations = "/api/v1/student/codes/" + code + "/confirmations";
        for (int i = 0; i < 5; i++) {
            student.post(confirmations, Map.of("lastFour", "0000"));
        }
        Map<String, String> right = Map.of("lastFour", CodeFixtures.LAST_FOUR);
        student.post(confirmations, right, KEY, "k1").expectPlainProblem(429, "last-four-locked");
        http.as(manager)
                .post("/api/v1/admin/last-four-locks/" + code + "/releases", Map.of("reason", "已核实本人"))
                .expect(204);

        student.post(confirmations, right, KEY, "k1").expect(200);
    }

    @RepeatedTest(3)
    void theClaimOfARequestThatDiedIsTakenOverByOneOfManyAtOnce() {
        create(manager, SCHOOL, "k1").expect(201);
        rows.change(
                "UPDATE idempotency_record SET status = NULL, body = NULL, headers = NULL WHERE request_key = 'k1'");
        rows.change("DELETE FROM school");
        clock.advance(Duration.ofMinutes(1).plusSeconds(1));
        Callable<Http.Reply> call = () -> create(manager, SCHOOL, "k1");

        List<Object> replies = Race.of(List.of(call, call, call, call));

        assertThat(replies)
                .extracting(r -> ((Http.Reply) r).status())
                .contains(201)
                .isSubsetOf(201, 409);
        assertThat(replies)
                .filteredOn(r -> ((Http.Reply) r).status() == 409)
                .allSatisfy(r -> ((Http.Reply) r).expectPlainProblem(409, "request-in-progress"));
        assertThat(rows.number("SELECT COUNT(*) FROM school")).isEqualTo(1);
    }

    @Test
    void aMissingOrOverlongKeyIsRefused() {
        http.as(manager)
                .send("POST", "/api/v1/review/claims", "application/json", "{\"count\":1}".getBytes())
                .expectPlainProblem(400, "idempotency-key-missing");
        create(manager, SCHOOL, " ").expectPlainProblem(400, "idempotency-key-missing");
        create(manager, SCHOOL, "k".repeat(65)).expectPlainProblem(400, "idempotency-key-missing");

        create(manager, SCHOOL, "k".repeat(64)).expect(201);
    }

    @Test
    void aKeptAnswerIsSealedAndForgottenAfterADay() {
        create(manager, SCHOOL, "k1").expect(201);

        assertThat(rows.texts("SELECT body FROM idempotency_record WHERE request_key = 'k1'"))
                .singleElement()
                .satisfies(body -> assertThat(body).isNotBlank().doesNotContain("10005", "sch_"));
        clock.advance(Duration.ofDays(1));
        jobs.runRecurring("idempotency-cleanup");
        assertThat(answers("k1")).isEqualTo(1);
        clock.advance(Duration.ofSeconds(1));
        jobs.runRecurring("idempotency-cleanup");
        jobs.runRecurring("idempotency-cleanup");
        assertThat(answers("k1")).isZero();
    }

    @Test
    void aClaimIsRenewedAnsweredTakenOverOrForgottenAlone(IdempotencyRepository records) {
        Instant at = clock.instant();
        Instant later = at.plusSeconds(1);
        for (String caller : List.of("STUDENT:a", "STUDENT:b")) {
            for (String key : List.of("k1", "k2")) {
                records.claim(caller, key, new byte[32], "srv", at);
            }
        }

        assertThat(records.renew("STUDENT:a", "k1", "srv", later)).isEqualTo(1);
        assertThat(records.answered("STUDENT:a", "k1", "srv", 201, null, null)).isEqualTo(1);
        assertThat(records.takeOver("STUDENT:b", "k1", "other", later, later)).isEqualTo(1);
        assertThat(records.forget("STUDENT:a", "k2", "srv")).isEqualTo(1);

        assertThat(records.renew("STUDENT:a", "k1", "srv", later))
                .as("answered")
                .isZero();
        assertThat(records.takeOver("STUDENT:a", "k1", "other", later, later.plusSeconds(1)))
                .as("answered")
                .isZero();
        assertThat(records.answered("STUDENT:a", "k1", "srv", 409, null, null))
                .as("answered")
                .isZero();
        assertThat(records.forget("STUDENT:a", "k1", "srv")).as("answered").isZero();
        assertThat(records.renew("STUDENT:b", "k1", "srv", later))
                .as("taken over")
                .isZero();
        assertThat(records.answered("STUDENT:b", "k1", "srv", 409, null, null))
                .as("taken over")
                .isZero();
        assertThat(records.forget("STUDENT:b", "k1", "srv")).as("taken over").isZero();
        assertThat(records.takeOver("STUDENT:b", "k1", "srv", later, later))
                .as("renewed that very moment")
                .isZero();
    }

    private long answers(String key) {
        return rows.number("SELECT COUNT(*) FROM idempotency_record WHERE request_key = ?", key);
    }

    @Test
    void theClaimOfARequestThatDiedIsTakenOverAfterAMinute() {
        create(manager, SCHOOL, "k1").expect(201);
        rows.change(
                "UPDATE idempotency_record SET status = NULL, body = NULL, headers = NULL WHERE request_key = 'k1'");
        rows.change("DELETE FROM school");

        Http.Reply soon = create(manager, SCHOOL, "k1").expectPlainProblem(409, "request-in-progress");
        assertThat(soon.header("Retry-After")).isEqualTo("1");
        clock.advance(Duration.ofMinutes(1).plusSeconds(1));

        create(manager, SCHOOL, "k1").expect(201);
    }

    @RepeatedTest(5)
    void ofManyAtOnceOneRunsAndTheOthersGetItsAnswerOrInProgress() {
        Callable<Http.Reply> call = () -> create(manager, SCHOOL, "k1");

        List<Object> replies = Race.of(List.of(call, call, call, call));

        assertThat(replies).allSatisfy(r -> {
            Http.Reply reply = (Http.Reply) r;
            if (reply.status() != 201) {
                reply.expectPlainProblem(409, "request-in-progress");
            }
        });
        assertThat(replies)
                .anySatisfy(r -> assertThat(((Http.Reply) r).status()).isEqualTo(201));
        assertThat(rows.number("SELECT COUNT(*) FROM school")).isEqualTo(1);
        create(manager, SCHOOL, "k1").expect(201);
    }
}
