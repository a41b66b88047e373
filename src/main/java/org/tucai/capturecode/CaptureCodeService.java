package org.tucai.capturecode;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tucai.platform.id.PublicNumbers;
import org.tucai.platform.privacy.IdTail;
import org.tucai.platform.privacy.Vault;
import org.tucai.platform.problem.FieldError;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.web.StoredJson;
import org.tucai.platform.web.TypedCharacters;

/**
 * Opens capture codes for accounts and has the owner prove the last four characters of the ID number. Works on pictures and
 * may ask the authority for keys: call what does so outside transactions.
 */
@Singleton
public class CaptureCodeService {
    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final String SEAL_CONTEXT = "opened_code/";
    private static final String ENROLMENT_CONTEXT = "enrolment";

    /** The end of a lock is rounded up to the minute, so that it has passed in the minute that is named. */
    private static final Duration ALMOST_A_MINUTE = Duration.ofMinutes(1).minusNanos(1);

    private final CodeReading reading;
    private final CodeAuthority authority;
    private final OpenedCodeRepository opened;
    private final LastFourService lastFour;
    private final Vault vault;
    private final PublicNumbers numbers;
    private final StoredJson json;
    private final InstantSource clock;

    CaptureCodeService(
            CodeReading reading,
            CodeAuthority authority,
            OpenedCodeRepository opened,
            LastFourService lastFour,
            Vault vault,
            PublicNumbers numbers,
            StoredJson json,
            InstantSource clock) {
        this.reading = reading;
        this.authority = authority;
        this.opened = opened;
        this.lastFour = lastFour;
        this.vault = vault;
        this.numbers = numbers;
        this.json = json;
        this.clock = clock;
    }

    /** Reads the code in a picture, checks it and keeps its facts, sealed, for 30 minutes. */
    public OpenedCode open(byte[] picture, String accountNo) {
        return open(reading.read(picture, accountNo), accountNo);
    }

    /** Checks a code given as text and keeps its facts, sealed, for 30 minutes. */
    public OpenedCode open(String text, String accountNo) {
        CaptureCode code;
        try {
            code = authority.verify(text.strip());
        } catch (CodeRefused e) {
            throw new ProblemException(CaptureCodeProblem.of(e.reason()));
        }
        Instant now = clock.instant();
        Instant until = code.expiresAt().isBefore(now.plus(KEPT)) ? code.expiresAt() : now.plus(KEPT);
        String no = numbers.next("cod");
        opened.save(
                new OpenedCodeRow(null, no, accountNo, enrolmentIndex(code), sealed(no, code), now, until, null, 0));
        return new OpenedCode(no, code, until, false);
    }

    /** What the account opened under that number; {@code not-found} when it is another's, or long gone. */
    public OpenedCode require(String codeNo, String accountNo) {
        OpenedCodeRow row = row(codeNo, accountNo);
        return new OpenedCode(codeNo, facts(row), row.expiresAt(), row.confirmedAt() != null);
    }

    /** The number of the code that the account opened last, after that instant, if it can still be used. */
    public Optional<String> newest(String accountNo, Instant since) {
        return opened.newest(accountNo, since, clock.instant());
    }

    /**
     * Proves that the account knows the last four characters; a code confirmed already stays so.
     *
     * @param entered as typed
     * @throws ProblemException invalid-fields, wrong-last-four with the tries left, last-four-locked, opened-code-expired
     */
    public CaptureCode confirm(String codeNo, String accountNo, String entered) {
        return confirm(codeNo, new Actor(Role.STUDENT, accountNo), entered);
    }

    /** The same for a student who types at an operator's device; wrong entries are then counted for the enrolment alone. */
    public CaptureCode confirm(String codeNo, Actor who, String entered) {
        OpenedCodeRow row = row(codeNo, who.no());
        CaptureCode code = facts(row);
        if (row.confirmedAt() != null) {
            return code;
        }
        boolean right = code.lastFour().matches(tail(entered));
        LastFourService.Outcome outcome = lastFour.enter(codeNo, who, row.enrolmentIndex(), right);
        if (outcome.right()) {
            return code;
        }
        Instant until = outcome.lockedUntil();
        if (until == null) {
            throw new ProblemException(CaptureCodeProblem.WRONG_LAST_FOUR, outcome.left());
        }
        throw ProblemException.retryAfter(
                CaptureCodeProblem.LAST_FOUR_LOCKED,
                Duration.between(clock.instant(), until),
                until.plus(ALMOST_A_MINUTE));
    }

    /**
     * The facts of a code whose last four characters were proved.
     *
     * @throws ProblemException code-not-confirmed, opened-code-expired, not-found
     */
    public CaptureCode requireConfirmed(String codeNo, String accountNo) {
        OpenedCodeRow row = row(codeNo, accountNo);
        if (row.confirmedAt() == null) {
            throw new ProblemException(CaptureCodeProblem.CODE_NOT_CONFIRMED);
        }
        return facts(row);
    }

    /** Gives the codes that an account opened to the one that takes its place; in the caller's transaction. */
    @Transactional
    public void handOver(String fromAccountNo, String toAccountNo) {
        opened.handOver(fromAccountNo, toAccountNo);
    }

    /** Deletes the codes that an account opened; in the caller's transaction. */
    @Transactional
    public void forget(String accountNo) {
        opened.deleteOf(accountNo);
    }

    private OpenedCodeRow row(String codeNo, String accountNo) {
        OpenedCodeRow row = opened.findByNoAndAccountNo(codeNo, accountNo).orElseThrow(PlatformProblem::notFound);
        if (!clock.instant().isBefore(row.expiresAt())) {
            throw new ProblemException(CaptureCodeProblem.OPENED_CODE_EXPIRED);
        }
        return row;
    }

    /** Input that cannot be the end of an ID number is a typing error and no guess, so it costs none of the few tries. */
    private static IdTail tail(String entered) {
        try {
            return new IdTail(TypedCharacters.plain(entered));
        } catch (IllegalArgumentException e) {
            FieldError error = new FieldError(
                    "须为证件号码的最后四位，如 123X",
                    "must be the last four characters of the ID number, such as 123X",
                    "/lastFour");
            throw PlatformProblem.invalidFields(List.of(error));
        }
    }

    private String enrolmentIndex(CaptureCode code) {
        return vault.blindIndex(code.enrolmentNo().toUpperCase(Locale.ROOT), ENROLMENT_CONTEXT);
    }

    private String sealed(String no, CaptureCode code) {
        return vault.sealText(json.write(code), SEAL_CONTEXT + no);
    }

    CaptureCode facts(OpenedCodeRow row) {
        return json.read(vault.openText(row.sealedCode(), SEAL_CONTEXT + row.no()), CaptureCode.class);
    }
}
