package org.tucai.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DaySpanTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 9, 1);

    private record Part(Instant from, Instant until) {}

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 92, 93, 184, 185, 365, 366})
    void quartersCoverEveryInstantOfTheSpanOnce(int days) {
        DaySpan span = new DaySpan(FIRST, FIRST.plusDays(days - 1));

        List<Part> parts = span.byQuarters((from, until) -> List.of(new Part(from, until)));

        assertThat(parts.getFirst().from()).isEqualTo(span.start());
        assertThat(parts.getLast().until()).isEqualTo(span.end());
        for (int i = 1; i < parts.size(); i++) {
            assertThat(parts.get(i).from()).isEqualTo(parts.get(i - 1).until());
        }
        assertThat(parts)
                .allSatisfy(part -> assertThat(Duration.between(part.from(), part.until()))
                        .isBetween(Duration.ofDays(1), Duration.ofDays(92)));
    }
}
