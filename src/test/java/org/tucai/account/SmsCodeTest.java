package org.tucai.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SmsCodeTest {
    private static final Instant SENT = Instant.parse("2026-04-20T15:59:00Z"); // a minute before midnight in China
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final AccountSettings SETTINGS = new Settings(LIFE, Duration.ofSeconds(60), 10, 5, 3, 300);

    private final SmsCode code = new SmsCode(1L, "index", null, null, null, null, 0, null, 0).sent("hash", SENT);

    private record Settings(
            Duration getCodeLife,
            Duration getCodePause,
            int getCodesPerDay,
            int getCodesPerNumberAndAddress,
            int getCodeTries,
            int getCodesPerAddress)
            implements AccountSettings {}

    @Test
    void isGoodUntilItsLifeIsOver() {
        assertThat(code.judge("hash", SETTINGS, SENT.plus(LIFE).minusNanos(1000)))
                .isEqualTo(SmsCodeService.Verdict.RIGHT);
        assertThat(code.judge("hash", SETTINGS, SENT.plus(LIFE))).isEqualTo(SmsCodeService.Verdict.EXPIRED);
    }

    @Test
    void locksAfterTheLastWrongTry() {
        SmsCode twice = code.triedWrongly().triedWrongly();

        assertThat(twice.judge("other", SETTINGS, SENT)).isEqualTo(SmsCodeService.Verdict.WRONG);
        assertThat(twice.judge("hash", SETTINGS, SENT)).isEqualTo(SmsCodeService.Verdict.RIGHT);
        assertThat(twice.triedWrongly().judge("hash", SETTINGS, SENT)).isEqualTo(SmsCodeService.Verdict.LOCKED);
        assertThat(twice.triedWrongly().sent("new", SENT).judge("new", SETTINGS, SENT))
                .isEqualTo(SmsCodeService.Verdict.RIGHT);
    }

    @Test
    void isAnsweredOnceMoreToTheRequestThatUsedItAndOnlyForAWhile() {
        SmsCode used = code.used("use", SENT);
        Instant over = SENT.plus(SmsCode.LOST_ANSWER);

        assertThat(used.isRepeated("use", over.minusNanos(1000))).isTrue();
        assertThat(used.isRepeated("use", over)).isFalse();
        assertThat(used.isRepeated("another", SENT)).isFalse();
        assertThat(code.used(null, SENT).isRepeated(null, SENT)).isFalse();
        assertThat(used.sent("new", SENT).isRepeated("use", SENT)).isFalse();
        assertThat(used.judge("hash", SETTINGS, SENT)).isEqualTo(SmsCodeService.Verdict.EXPIRED);
    }

    @Test
    void isCountedAnewOnEachDayInChina() {
        SmsCode second = code.sent("b", SENT.plusSeconds(59));
        SmsCode third = second.sent("c", SENT.plusSeconds(60));

        assertThat(second.sentOn(LocalDate.of(2026, 4, 20))).isEqualTo(2);
        assertThat(second.sentOn(LocalDate.of(2026, 4, 21))).isZero();
        assertThat(third.sentOn(LocalDate.of(2026, 4, 21))).isOne();
    }
}
