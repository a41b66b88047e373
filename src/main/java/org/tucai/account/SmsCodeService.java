package org.tucai.account;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tucai.notification.MessageTemplate;
import org.tucai.notification.NotificationService;
import org.tucai.platform.id.PublicNumbers;
import org.tucai.platform.privacy.PhoneNumber;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.LoginTryService;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Language;

/** Sends the codes that verify a phone number, and redeems each in one request. */
@Singleton
public class SmsCodeService {
    private static final int DIGITS = 6;
    private static final Duration DAY = Duration.ofDays(1);

    private final SmsCodeRepository codes;
    private final Identifiers identifiers;
    private final LoginTryService tries;
    private final NotificationService notifications;
    private final PublicNumbers numbers;
    private final AccountSettings settings;
    private final InstantSource clock;

    SmsCodeService(
            SmsCodeRepository codes,
            Identifiers identifiers,
            LoginTryService tries,
            NotificationService notifications,
            PublicNumbers numbers,
            AccountSettings settings,
            InstantSource clock) {
        this.codes = codes;
        this.identifiers = identifiers;
        this.tries = tries;
        this.notifications = notifications;
        this.numbers = numbers;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Sends a new code; the previous one becomes invalid. A network address that never enters a code gets only some of a number's daily
     * codes: otherwise anybody who knows the number could use them all up.
     *
     * @param address network address of the request
     */
    @Transactional
    public void send(PhoneNumber phone, Language language, String address) {
        if (!notifications.hasSms()) {
            throw new ProblemException(AccountProblem.SMS_UNAVAILABLE);
        }
        Instant now = clock.instant();
        String index = identifiers.phoneIndex(phone);
        codes.begin(index);
        SmsCode last = codes.lock(index).orElseThrow();
        Duration pause = last.pauseLeft(settings.getCodePause(), now);
        if (pause.isPositive()) {
            throw ProblemException.retryAfter(
                    AccountProblem.SMS_TOO_SOON, pause, pause.plusMillis(999).toSeconds());
        }
        if (last.sentOn(ChinaTime.day(now)) >= settings.getCodesPerDay()) {
            Duration wait = Duration.between(now, ChinaTime.endOf(ChinaTime.day(now)));
            throw ProblemException.retryAfter(AccountProblem.SMS_DAILY_LIMIT, wait);
        }
        Duration spent = tries.take(share(phone, address), settings.getCodesPerNumberAndAddress(), DAY);
        if (spent.isPositive()) {
            throw ProblemException.retryAfter(AccountProblem.SMS_SHARE_SPENT, spent);
        }
        String code = numbers.digits(DIGITS);
        codes.update(last.sent(identifiers.codeHash(phone, code), now));
        notifications.sendSms(
                phone,
                MessageTemplate.SMS_CODE,
                Map.of(
                        "code",
                        code,
                        "minutes",
                        Long.toString(settings.getCodeLife().toMinutes())),
                language,
                settings.getCodeLife());
    }

    /** The counter of an address's share of a number's codes. */
    private static String share(PhoneNumber phone, String address) {
        return "sms-share:" + address + " " + phone.value(); // kept as a keyed hash
    }

    /**
     * A code as somebody enters it.
     *
     * @param requestKey the request's Idempotency-Key; without one it cannot be repeated
     * @param address network address of the request
     */
    record Entry(PhoneNumber phone, String code, @Nullable String requestKey, String address) {
        @Override
        public String toString() {
            return "Entry[…]";
        }
    }

    /** The result of entering a code. */
    enum Verdict {
        RIGHT,
        WRONG,
        /** None was sent, it is too old, or it was used. */
        EXPIRED,
        /** Wrong too often. */
        LOCKED
    }

    /**
     * Judges a code and uses it up if it is right; of two concurrent uses only one succeeds. A wrong code is a result, not an exception,
     * because the count of wrong tries must commit. A right one resets the address's share of the number's codes. The request that used it
     * may be repeated within {@link SmsCode#LOST_ANSWER}: otherwise a phone that loses the answer would have lost the code, too.
     */
    @Transactional
    public Verdict redeem(Entry entry) {
        PhoneNumber phone = entry.phone();
        SmsCode last = codes.lock(identifiers.phoneIndex(phone)).orElse(null);
        if (last == null) {
            return Verdict.EXPIRED;
        }
        Instant now = clock.instant();
        String useHash =
                entry.requestKey() == null ? null : identifiers.codeUseHash(phone, entry.code(), entry.requestKey());
        if (last.isRepeated(useHash, now)) {
            return Verdict.RIGHT;
        }
        Verdict verdict = last.judge(identifiers.codeHash(phone, entry.code()), settings, now);
        switch (verdict) {
            case RIGHT -> {
                codes.update(last.used(useHash, now));
                tries.succeeded(share(phone, entry.address()));
            }
            case WRONG -> codes.update(last.triedWrongly());
            case EXPIRED, LOCKED -> {
                // nothing to count: the code is invalid already
            }
        }
        return verdict;
    }
}
