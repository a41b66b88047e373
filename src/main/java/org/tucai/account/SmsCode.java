package org.tucai.account;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.tucai.platform.time.ChinaTime;

/**
 * The last code sent to a phone number.
 *
 * @param codeHash keyed hash of number and code; null once used
 * @param day on which the last code was sent, in China
 * @param sentOnDay how many were sent on that day
 */
@MappedEntity("sms_code")
record SmsCode(
        @Id @GeneratedValue @Nullable Long id,
        String phoneIndex,
        @Nullable String codeHash,
        @Nullable Instant sentAt,
        int wrongTries,
        @Nullable LocalDate day,
        int sentOnDay) {

    SmsCode sent(String newHash, Instant at) {
        LocalDate today = ChinaTime.day(at);
        return new SmsCode(id, phoneIndex, newHash, at, 0, today, today.equals(day) ? sentOnDay + 1 : 1);
    }

    int sentOn(LocalDate today) {
        return today.equals(day) ? sentOnDay : 0;
    }

    /** Time until another code may be sent; zero or negative if it may be sent now. */
    Duration pauseLeft(Duration pause, Instant now) {
        return sentAt == null ? Duration.ZERO : Duration.between(now, sentAt.plus(pause));
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

    SmsCode used() {
        return new SmsCode(id, phoneIndex, null, sentAt, wrongTries, day, sentOnDay);
    }

    SmsCode triedWrongly() {
        return new SmsCode(id, phoneIndex, codeHash, sentAt, wrongTries + 1, day, sentOnDay);
    }
}
