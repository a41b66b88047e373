package org.tucai.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.JsonMapper;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tucai.platform.id.PublicNumbers;
import org.tucai.platform.privacy.Vault;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;
import org.tucai.testing.Http;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** A request still running after a minute, for example on a slow database, is not dead. */
@TucaiTest
class LongRequestIT {
    private static final String SCHOOLS = "/api/v1/admin/schools";
    private static final Map<String, Object> SCHOOL = Map.of("code", "10005", "name", "北京工业大学");
    private static final Duration OVER_A_MINUTE = Duration.ofMinutes(1).plusSeconds(1);

    private static final String WAITING =
            "SELECT COUNT(*) FROM information_schema.processlist WHERE info LIKE 'INSERT INTO `school`%'";

    private final Http http;
    private final MutableClock clock;
    private final Rows rows;
    private final TransactionOperations<Connection> transactions;
    private final RunningClaims running;
    private final FirstAnswers answers;
    private final PublicNumbers numbers;
    private final IdempotencyRepository records;
    private final Vault vault;
    private final JsonMapper json;
    private final People people;
    private String manager;

    LongRequestIT(
            Http http,
            MutableClock clock,
            Rows rows,
            TransactionOperations<Connection> transactions,
            RunningClaims running,
            FirstAnswers answers,
            PublicNumbers numbers,
            IdempotencyRepository records,
            Vault vault,
            JsonMapper json,
            People people) {
        this.http = http;
        this.clock = clock;
        this.rows = rows;
        this.transactions = transactions;
        this.running = running;
        this.answers = answers;
        this.numbers = numbers;
        this.records = records;
        this.vault = vault;
        this.json = json;
        this.people = people;
    }

    @BeforeEach
    void aManager() {
        manager = people.aManager();
    }

    @Test
    void isNotExecutedAgainByItsRepetition() {
        Http.Reply first = whileARequestIsUnderWay(() -> {
            clock.advance(OVER_A_MINUTE);
            create().expectPlainProblem(409, "request-in-progress");
        });

        first.expect(201);
        assertThat(create().expect(201).json()).isEqualTo(first.json());
        assertThat(rows.number("SELECT COUNT(*) FROM school")).isEqualTo(1);
    }

    @Test
    void isKnownToBeRunningByOtherServersToo() {
        FirstAnswers another = anotherServer();

        whileARequestIsUnderWay(() -> {
            clock.advance(Duration.ofSeconds(59));
            running.renew();
            clock.advance(Duration.ofSeconds(59));
            assertInProgress(another);
        });
    }

    @Test
    void isNoLongerRunningOnceItHasAnswered() throws Exception {
        create().expect(201);
        rows.change("UPDATE idempotency_record SET status = NULL, body = NULL, headers = NULL");
        FirstAnswers another = anotherServer();
        clock.advance(OVER_A_MINUTE);

        running.renew();

        assertThat(another.claimOrReplay(theClaim())).isNull();
    }

    /** As after a pause of the whole machine, in which nothing was renewed. */
    @Test
    void isNotAnsweredAnewByTheServerThatLostIt() {
        FirstAnswers another = anotherServer();

        Http.Reply first = whileARequestIsUnderWay(() -> {
            clock.advance(OVER_A_MINUTE);
            claim(another);
            answer(another, HttpResponse.noContent());
        });

        first.expect(201);
        assertThat(rows.number("SELECT status FROM idempotency_record WHERE request_key = 'k1'"))
                .isEqualTo(204);
    }

    @Test
    void isNotAnsweredByTheServerThatLostItWhileTheOtherWorks() {
        FirstAnswers another = anotherServer();

        whileARequestIsUnderWay(() -> {
                    clock.advance(OVER_A_MINUTE);
                    claim(another);
                })
                .expect(201);

        assertInProgress(another);
    }

    @Test
    void isNotGivenUpByTheServerThatLostIt() {
        whileARequestIsUnderWay(() -> {
            clock.advance(OVER_A_MINUTE);
            claim(anotherServer());
            answers.forget(theClaim());
            assertInProgress(anotherServer());
        });
    }

    @Test
    void isNotKeptAliveByTheServerThatLostIt() {
        whileARequestIsUnderWay(() -> {
            clock.advance(OVER_A_MINUTE);
            claim(anotherServer());
            clock.advance(Duration.ofSeconds(40));
            running.renew();
            clock.advance(Duration.ofSeconds(40));
            claim(anotherServer());
        });
    }

    @Test
    void isKnownToBeRunningByTheServerThatTookItOver() {
        FirstAnswers another = anotherServer();

        whileARequestIsUnderWay(() -> {
            clock.advance(OVER_A_MINUTE);
            claim(another);
            clock.advance(OVER_A_MINUTE);
            assertInProgress(another);
        });
    }

    private FirstAnswers anotherServer() {
        return new FirstAnswers(records, vault, json, clock, new RunningClaims(records, clock, numbers));
    }

    private void claim(FirstAnswers server) {
        try {
            assertThat(server.claimOrReplay(theClaim())).isNull();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertInProgress(FirstAnswers server) {
        assertThatThrownBy(() -> server.claimOrReplay(theClaim()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem()).isEqualTo(PlatformProblem.REQUEST_IN_PROGRESS));
    }

    private void answer(FirstAnswers server, MutableHttpResponse<?> answer) {
        try {
            server.keep(theClaim(), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Http.Reply create() {
        return http.as(manager).post(SCHOOLS, SCHOOL, IdempotencyKey.HEADER, "k1");
    }

    private FirstAnswers.Claim theClaim() {
        Map<String, Object> row =
                rows.of("SELECT caller, request_hash FROM idempotency_record").getFirst();
        return new FirstAnswers.Claim((String) row.get("caller"), "k1", (byte[]) row.get("request_hash"));
    }

    /** The answer to a request that waits in the database while this work is done. */
    private Http.Reply whileARequestIsUnderWay(Runnable work) {
        return transactions
                .execute(TransactionDefinition.DEFAULT, status -> {
                    touchTheSchoolsRow(status.getConnection());
                    CompletableFuture<Http.Reply> first =
                            CompletableFuture.supplyAsync(this::create, task -> new Thread(task).start());
                    while (rows.number(WAITING) == 0 && !first.isDone()) {
                        Thread.onSpinWait();
                    }
                    work.run();
                    return first;
                })
                .join();
    }

    private static void touchTheSchoolsRow(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO school (no, code, name, created_at, version)"
                    + " VALUES ('sch_x', '10005', 'x', '2026-01-01', 0)");
            statement.execute("DELETE FROM school");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
