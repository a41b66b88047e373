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

/** Lists and figures of a unit with hundreds of thousands of captures read little more than they show. */
@TucaiTest
class SearchedByManagersIT {
    private final Rows rows;

    SearchedByManagersIT(Rows rows) {
        this.rows = rows;
    }

    /** Otherwise the verified ones of last season are searched for among all that were begun since. */
    @ParameterizedTest
    @CsvSource({"NULL, capture_status", "'''cmp''', capture_campaign"})
    void aStatusIsReadInTheOrderOfItsIndex(String campaign, String index) {
        Map<String, Object> plan = plan("pageOf", campaign);

        assertThat(String.valueOf(plan.get("possible_keys"))).contains(index).doesNotContain("newest");
        assertThat(String.valueOf(plan.get("Extra"))).doesNotContain("filesort");
    }

    /** Of a large campaign there are too many changes to fetch the row of each. */
    @Test
    void theFiguresOfACampaignAreCountedFromTheIndexAlone() {
        Map<String, Object> history = rows.of("EXPLAIN FORMAT=TRADITIONAL "
                        + "SELECT at, to_state FROM state_transition FORCE INDEX (state_transition_subject) "
                        + "WHERE subject = 'cap' AND kind = 'capture' AND at >= '2026-01-01' AND at < '2026-02-01'")
                .getFirst();

        assertThat(String.valueOf(history.get("Extra"))).contains("Using index").doesNotContain("condition");
    }

    /** As the repository sends it, with values that fit anywhere. */
    private Map<String, Object> plan(String search, String campaign) {
        String statement = Stream.of(CaptureRepository.class.getDeclaredMethods())
                .filter(method -> method.getName().equals(search))
                .map(method -> method.getAnnotation(Query.class).value())
                .findFirst()
                .orElseThrow()
                .replace(":limit", "200")
                .replace(":campaignNo", campaign)
                .replace(":accountNo", "NULL")
                .replaceAll(":[a-zA-Z]+", "'2026-01-01'");
        return rows.of("EXPLAIN FORMAT=TRADITIONAL " + statement).getFirst();
    }
}
