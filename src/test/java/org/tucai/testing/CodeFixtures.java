package org.tucai.testing;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.tucai.campaign.School;
import org.tucai.capturecode.CaptureCodeIssuer;
import org.tucai.capturecode.CaptureCodePicture;
import org.tucai.capturecode.CaptureCodeService;
import org.tucai.capturecode.CodeKey;
import org.tucai.capturecode.CodeKeyService;
import org.tucai.capturecode.OpenedCode;
import org.tucai.platform.security.Actor;

/** Capture codes as the authority would issue them, with a key the server holds. Every student's last four are {@link #LAST_FOUR}. */
@Singleton
public class CodeFixtures {
    public static final String LAST_FOUR = "123X";

    private final CodeKeyService keys;
    private final CaptureCodeService codes;
    private final CaptureCodeIssuer issuer;
    private final CodeKey key = CodeKey.random("fixture");
    private final AtomicInteger count = new AtomicInteger();

    CodeFixtures(CodeKeyService keys, CaptureCodeService codes, InstantSource clock) {
        this.keys = keys;
        this.codes = codes;
        this.issuer = new CaptureCodeIssuer(clock, Duration.ofDays(90));
    }

    /** A different student of that school on each call. */
    public CaptureCodeIssuer.Student aStudent(School school) {
        int number = count.incrementAndGet();
        return aStudent(school, number, "%s2022%06d".formatted(school.code(), number));
    }

    private static CaptureCodeIssuer.Student aStudent(School school, int number, String enrolmentNo) {
        return new CaptureCodeIssuer.Student(
                "SU%012d".formatted(number),
                "张小" + (char) ('一' + number % 1000),
                "32010220040101" + LAST_FOUR,
                school.code(),
                school.name(),
                "本科",
                "计算机科学与技术",
                "B%08d".formatted(number),
                enrolmentNo,
                LocalDate.of(2026, 6, 30));
    }

    /** The text of a code for that student. */
    public String aCode(CaptureCodeIssuer.Student student) {
        keys.add(key, Actor.SYSTEM);
        return issuer.issue(student, key);
    }

    /** The text of a code for a new student of that school. */
    public String aCode(School school) {
        return aCode(aStudent(school));
    }

    /** The text of a code for that enrolment of a new student of that school. */
    public String aCode(School school, String enrolmentNo) {
        return aCode(aStudent(school, count.incrementAndGet(), enrolmentNo));
    }

    /** The PNG of a code for a new student of that school. */
    public byte[] aCodePicture(School school) {
        return CaptureCodePicture.png(aCode(school));
    }

    /** A code that the account has opened and confirmed. */
    public OpenedCode aConfirmedCode(School school, String accountNo) {
        OpenedCode opened = codes.open(aCode(school), accountNo);
        codes.confirm(opened.no(), accountNo, LAST_FOUR);
        return codes.require(opened.no(), accountNo);
    }
}
