package org.tucai.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tucai.platform.web.Language;

class ProblemResponsesTest {
    @Test
    void theDetailWritesNumbersWithoutSeparators() {
        ProblemException refused = new ProblemException(Refusal.LINE_REFUSED, 1234);

        assertThat(ProblemResponses.body(Language.EN, null, refused).detail()).isEqualTo("Line 1234 isn't a row.");
    }

    private enum Refusal implements Problem {
        LINE_REFUSED;

        @Override
        public Answer answer() {
            return new Answer(422, "行有误", "第 {0} 行有误。", "Line refused", "Line {0} isn''t a row.");
        }
    }
}
