package org.tucai.platform.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tucai.testing.MutableClock;

@Timeout(30)
class LinesTest {
    private static final String HERE = "http://127.0.0.1:8090";

    private static final Duration A_MOMENT = Duration.ofMillis(200);

    private final MutableClock clock = new MutableClock();
    private final Lines lines = new Lines(clock);
    private int asked;

    @Test
    void aSilentSystemIsAskedAgainAfterHalfAMinute() {
        askInVain();
        askInVain();
        assertThat(asked).isEqualTo(1);

        clock.advance(Lines.PAUSE);
        assertThat(ask("back")).isEqualTo("back");
        askInVain();

        assertThat(asked).isEqualTo(2);
    }

    @Test
    void aSilentSystemIsAskedByOnlyOneWhoTriesAgain() {
        askInVain();
        clock.advance(Lines.PAUSE);

        lines.ask(HERE, () -> {
            askInVain();
            return "back";
        });

        assertThat(asked).isEqualTo(1);
    }

    @Test
    void anotherSystemIsAskedAtOnce() {
        askInVain();

        assertThat(lines.ask("http://127.0.0.1:9090", () -> "there")).isEqualTo("there");
    }

    @Test
    void aSystemThatFailsAtOnceIsNotSilentUnlessTheFailureSaysSo() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> lines.ask(HERE, this::failure)).hasMessage("no answer");
        }
        assertThat(asked).isEqualTo(2);

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> lines.ask(HERE, e -> true, this::failure)).hasMessage("no answer");
        }
        assertThat(asked).isEqualTo(3);
    }

    @Test
    void aSilentSystemIsAskedAgainThoughTheClockWasSetBack() {
        askInVain();
        clock.advance(Duration.ofHours(-1));

        assertThat(ask("back")).isEqualTo("back");
    }

    @Test
    void aSlowSystemIsAskedByOneAtATimeUntilItIsQuickAgain() {
        assertThat(lines.ask(HERE, slowly("at last"))).isEqualTo("at last");

        lines.ask(HERE, () -> {
            assertThatThrownBy(() -> ask("another")).isInstanceOf(LineClosed.class);
            return "quick";
        });

        assertThat(lines.ask(HERE, () -> ask("another"))).isEqualTo("another");
    }

    @Test
    void onlyHalfOfTheJobThreadsWaitForOneSystem() {
        lines.ask(
                HERE,
                slowly(() -> lines.ask(HERE, slowly(() -> {
                    assertThatThrownBy(() -> ask("third")).isInstanceOf(LineClosed.class);
                    return "second";
                }))));
    }

    /** One lost packet in a busy hour. */
    @Test
    void aSystemIsNotSilentWhoseLaterQuestionWasAnswered() {
        askInVain(() -> ask("later"));

        assertThat(ask("next")).isEqualTo("next");
    }

    @Test
    void anAnswerThatNeverComesIsNotWaitedForForEver() {
        Lines impatient = new Lines(clock, A_MOMENT, A_MOMENT);

        assertThatThrownBy(() -> impatient.ask(HERE, this::neverInTime))
                .isInstanceOf(LineClosed.class)
                .hasMessageStartingWith(HERE + " did not answer within");

        assertThatThrownBy(() -> impatient.ask(HERE, () -> "closed")).isInstanceOf(LineClosed.class);
        clock.advance(Lines.PAUSE);
        assertThat(impatient.ask(HERE, () -> "back")).isEqualTo("back");
    }

    /** A person is there now, and may be lucky where a job was not. */
    @Test
    void aPersonAsksASilentSystemToo() {
        askInVain();

        assertThat(lines.askForAPerson(HERE, () -> "lucky")).isEqualTo("lucky");
    }

    @Test
    void aPersonDoesNotWaitAsLongAsAJob() {
        Lines impatient = new Lines(clock, Duration.ofMinutes(1), A_MOMENT);

        assertThatThrownBy(() -> impatient.askForAPerson(HERE, this::neverInTime))
                .isInstanceOf(LineClosed.class)
                .hasMessageStartingWith(HERE + " did not answer within");
        assertThat(impatient.ask(HERE, () -> "for a job")).isEqualTo("for a job");
    }

    private String neverInTime() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "too late";
    }

    private String ask(String answer) {
        return lines.ask(HERE, () -> answer);
    }

    private Supplier<String> slowly(String answer) {
        return slowly(() -> answer);
    }

    private Supplier<String> slowly(Supplier<String> answer) {
        return () -> {
            clock.advance(Lines.LONG);
            return answer.get();
        };
    }

    private String failure() {
        asked++;
        throw new IllegalStateException("no answer");
    }

    private void askInVain() {
        askInVain(() -> "nothing");
    }

    private void askInVain(Supplier<String> meanwhile) {
        assertThatThrownBy(() -> lines.ask(HERE, slowly(() -> {
                    meanwhile.get();
                    return failure();
                })))
                .isInstanceOf(RuntimeException.class)
                .hasMessageMatching("no answer|.*answers slowly.*");
    }
}
