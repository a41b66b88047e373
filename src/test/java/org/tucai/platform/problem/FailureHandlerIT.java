package org.tucai.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucai.testing.TucaiTest;

/** How database errors are handled that the test database cannot produce, given in the words of the driver. */
@TucaiTest
class FailureHandlerIT {
    private final FailureHandler failures;

    FailureHandlerIT(FailureHandler failures) {
        this.failures = failures;
    }

    /** Who comes back a moment early is refused once more. */
    @ParameterizedTest
    @CsvSource({"2000,2", "2001,3", "2999,3"})
    void theSecondsToWaitAreRoundedUp(long millis, String seconds) {
        ProblemException refused =
                ProblemException.retryAfter(PlatformProblem.TEMPORARILY_UNAVAILABLE, Duration.ofMillis(millis));

        HttpResponse<?> answer = failures.handle(HttpRequest.GET("/api/v1/student/captures"), refused);

        assertThat(answer.getHeaders().get("Retry-After")).isEqualTo(seconds);
    }

    /** Driver errors when the time limit of MariaDB, or of MySQL, ends a statement. */
    @ParameterizedTest
    @CsvSource({"70100,1969", "HY000,3024"})
    void aStatementThatTheDatabaseEndedAsksTheClientToRetry(String state, int code) {
        SQLException ended = new SQLException("Query execution was interrupted", state, code);

        HttpResponse<?> answer = failures.handle(
                HttpRequest.GET("/api/v1/admin/capture-figures"), new DataAccessException("read", ended));

        assertThat(answer.code()).isEqualTo(503);
        assertThat(answer.getHeaders().get("Retry-After")).isEqualTo("5");
    }

    /** Database errors when the disk is full: of a table, of a temporary file, of a storage engine. */
    @ParameterizedTest
    @CsvSource({
        "1114,The table 'photo' is full",
        "1021,Disk full (/data); waiting for someone to free some space",
        "1026,Error writing file '/data/tmp/x.MAD' (Errcode: 28 \"No space left on device\")",
        "1030,Got error 28 \"No space left on device\" from storage engine InnoDB"
    })
    void aFullDatabaseAsksTheClientToRetry(int code, String words) {
        SQLException full = new SQLException(words, "HY000", code);

        HttpResponse<?> answer = failures.handle(
                HttpRequest.POST("/api/v1/student/captures", ""), new DataAccessException("write", full));

        assertThat(answer.code()).isEqualTo(503);
        assertThat(answer.getHeaders().get("Retry-After")).isEqualTo("5");
    }

    /** MySQL's errors for a number with non-ASCII characters; MariaDB itself is tested where filters and addresses are. */
    @ParameterizedTest
    @ValueSource(ints = {3854, 3988})
    void aNumberThatMySqlCannotConvertIsAnsweredNotFound(int code) {
        SQLException unlike = new SQLException("Cannot convert string", "HY000", code);

        HttpResponse<?> answer =
                failures.handle(HttpRequest.GET("/api/v1/student/captures/x"), new DataAccessException("read", unlike));

        assertThat(answer.code()).isEqualTo(404);
    }

    /** Whoever asks for less in a moment will find room. */
    @Test
    void memoryThatIsFullAsksTheClientToRetry() {
        IllegalStateException full = new IllegalStateException(new OutOfMemoryError("Java heap space"));

        HttpResponse<?> answer = failures.handle(HttpRequest.PUT("/api/v1/student/uploads/x", ""), full);

        assertThat(answer.code()).isEqualTo(503);
        assertThat(answer.getHeaders().get("Retry-After")).isEqualTo("5");
    }
}
