package org.tucai.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.annotation.Query;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/**
 * What jobs look for is mostly not there: among half a million captures that are kept, few need not be any longer. Fetching the row of each
 * would take longer than a statement may, so these searches are answered by an index alone.
 */
@TucaiTest
class SearchedByJobsIT {
    private final Rows rows;

    SearchedByJobsIT(Rows rows) {
        this.rows = rows;
    }

    @ParameterizedTest
    @CsvSource({
        "settled, capture_kept",
        "unanswered, capture_kept",
        "numbers, capture_campaign_no",
        "forgotten, capture_campaign_no",
        "notReminded, capture_campaign_no"
    })
    void noRowIsFetchedForWhatIsNotLookedFor(String search, String index) {
        Map<String, Object> plan =
                rows.of("EXPLAIN FORMAT=TRADITIONAL " + statement(search)).getFirst();

        assertThat(plan).containsEntry("key", index);
        assertThat(String.valueOf(plan.get("Extra"))).contains("Using index").doesNotContain("condition", "filesort");
    }

    /** Otherwise each thousand would read all those before it. */
    @Test
    void capturesThatWereListedAgainAreNotReadByTheNextThousand() {
        Map<String, Object> plan =
                rows.of("EXPLAIN FORMAT=TRADITIONAL " + statement("listAgain")).getFirst();

        assertThat(plan).containsEntry("key", "capture_concluded").containsEntry("type", "range");
        assertThat(plan.get("key_len"))
                .as("of conclusion, school and instant")
                .isEqualTo(Integer.toString(163 + 26 + 8));
        assertThat(String.valueOf(plan.get("Extra"))).doesNotContain("filesort");
    }

    /** As the repository sends it, with values that fit anywhere. */
    private static String statement(String search) {
        return Stream.of(CaptureRepository.class.getDeclaredMethods())
                .filter(method -> method.getName().equals(search))
                .map(method -> method.getAnnotation(Query.class).value())
                .findFirst()
                .orElseThrow()
                .replace(":limit", "200")
                .replace(":after", "''")
                .replaceAll(":[a-zA-Z]+", "'2026-01-01'");
    }
}
