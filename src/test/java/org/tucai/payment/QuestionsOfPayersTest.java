package org.tucai.payment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tucai.platform.problem.ProblemException;

class QuestionsOfPayersTest {
    private final AtomicLong time = new AtomicLong();
    private final QuestionsOfPayers questions = new QuestionsOfPayers(time::get);

    @BeforeEach
    void oneAsksAllTheTime() {
        for (int i = 0; i < QuestionsOfPayers.MOST; i++) {
            questions.count("ord_one");
        }
        assertThatThrownBy(() -> questions.count("ord_one")).isInstanceOf(ProblemException.class);
    }

    @Test
    void anotherIsNotRefused() {
        questions.count("ord_two");
    }

    @Test
    void aMinuteAfterTheFirstOneTheyBeginAnew() {
        time.addAndGet(QuestionsOfPayers.SPAN.toNanos());

        questions.count("ord_one");
    }
}
