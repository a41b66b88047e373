package org.tucai.account;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.time.ClockSetBack;

/**
 * The last code sent to a phone number.
 *
 * @param codeHash keyed hash of number and code; null once used
 * @param useHash keyed hash of number, code and the key of the request that used the code; null if that had none
 * @param day on which the last code was sent, in China
 * @param sentOnDay how many were sent on that day
 */
@MappedEntity("sms_code")
record SmsCode(
        @Id @GeneratedValue @Nullable Long id,
        String phoneIndex,
        @Nullable String codeHash,
        @Nullable String useHash,
        @Nullable Instant usedAt,
        @Nullable Instant sentAt,
        int wrongTries,
        @Nullable LocalDate day,
        int sentOnDay) {
    /** How long its use is answered once more: mini programs wait a minute for an answer that was lost, then ask again. */
    static final Duration LOST_ANSWER = Duration.ofMinutes(2);

    SmsCode sent(String newHash, Instant at) {
        LocalDate today = ChinaTime.day(at);
        return new SmsCode(id, phoneIndex, newHash, null, null, at, 0, today, today.equals(day) ? sentOnDay + 1 : 1);
    }

    int sentOn(LocalDate today) {
        return today.equals(day) ? sentOnDay : 0;
    }

    /** Time until another code may be sent; zero or negative if it may be sent now, as after the clock was set back. */
    Duration pauseLeft(Duration pause, Instant now) {
        return sentAt == null || ClockSetBack.isYetToCome(sentAt, now)
                ? Duration.ZERO
                : Duration.between(now, sentAt.plus(pause));
    }

    SmsCodeService.Verdict judge(String enteredHash, AccountSettings settings, Instant now) {
        if (codeHash == null || sentAt == null || !now.isBefore(sentAt.plus(settings.getCodeLife()))) {
            return SmsCodeService.Verdict.EXPIRED;
        }
        if (wrongTries >= settings.getCodeTries()) {
            return SmsCodeService.Verdict.LOCKED;
        }
        // keyed hashes: the timing of their comparison reveals nothing about the code
        return codeHash.equals(enteredHash) ? SmsCodeService.Verdict.RIGHT : SmsCodeService.Verdict.WRONG;
    }

    SmsCode used(@Nullable String byUseHash, Instant at) {
        return new SmsCode(id, phoneIndex, null, byUseHash, at, sentAt, wrongTries, day, sentOnDay);
    }

    /** Whether that use is the last one once more: the answer to it may have been lost. */
    boolean isRepeated(@Nullable String enteredUseHash, Instant now) {
        return useHash != null
                && useHash.equals(enteredUseHash)
                && usedAt != null
                && now.isBefore(usedAt.plus(LOST_ANSWER));
    }

    SmsCode triedWrongly() {
        return new SmsCode(id, phoneIndex, codeHash, useHash, usedAt, sentAt, wrongTries + 1, day, sentOnDay);
    }
}
