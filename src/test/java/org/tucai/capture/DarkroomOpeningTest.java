package org.tucai.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tucai.testing.LogOf;

/** What is logged when the models cannot be loaded. */
class DarkroomOpeningTest {
    @RegisterExtension
    final LogOf log = LogOf.a(DarkroomOpening.class);

    @Test
    void aDarkroomThatDoesNotOpenIsAnError() {
        new DarkroomOpening(DarkroomOpeningTest::closed).open();

        assertThat(log.lines()).containsExactly("Portraits cannot be judged");
    }

    @Test
    void aServerThatStopsBeforeItsDarkroomOpensDoesNotOpenIt() {
        DarkroomOpening opening = new DarkroomOpening(() -> {
            throw new AssertionError("nobody needs it any more");
        });

        opening.stop();

        opening.open();
    }

    @Test
    void aServerThatStopsWhileItsDarkroomOpensLogsNoError() {
        DarkroomOpening[] opening = new DarkroomOpening[1];
        opening[0] = new DarkroomOpening(() -> {
            opening[0].stop();
            return closed();
        });

        opening[0].open();

        assertThat(log.lines()).isEmpty();
    }

    private static Darkroom closed() {
        throw new IllegalStateException("Error resolving property value [${tucai.models}]. Property doesn't exist");
    }
}
