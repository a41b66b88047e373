package org.tucai.bench.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tucai.bench.code.ForeignReaderCommand.Began;

class ForeignReaderCommandTest {
    private static final long MOST = 1000;
    private static final Began THEN = new Began(5000, 9000);

    @Test
    void aPictureMayTakeTheLimitInProcessorTimeAndThirtyTimesThatByTheClock() {
        assertThat(ForeignReaderCommand.isTooLong(THEN, new Began(6000, 39_000), MOST))
                .isFalse();
        assertThat(ForeignReaderCommand.isTooLong(THEN, new Began(6001, 9500), MOST))
                .isTrue();
        assertThat(ForeignReaderCommand.isTooLong(THEN, new Began(5001, 39_001), MOST))
                .isTrue();
    }

    /** It would count as not read because the picture before it was slow to read, or itself slow to decode. */
    @Test
    void aPictureThatIsStillBeingDecodedIsNeverGivenUp() {
        assertThat(ForeignReaderCommand.isTooLong(null, new Began(999_999, 999_999), MOST))
                .isFalse();
    }
}
