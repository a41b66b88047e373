package org.tucai.proofreading;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.id.PublicNumbers;
import org.tucai.platform.privacy.Vault;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;

/** The student's answers: said once, confirmed once, and only then counted. */
@Singleton
public class ProofreadingService {
    static final String NOTE_CONTEXT = "proofreading.note";
    /** Most pictures of evidence in one check. */
    public static final int MOST_EVIDENCE = 5;

    private final ProofreadingRepository proofreadings;
    private final EvidenceRepository evidence;
    private final ProofreadingGate gate;
    private final PublicNumbers numbers;
    private final Vault vault;
    private final InstantSource clock;

    ProofreadingService(
            ProofreadingRepository proofreadings,
            EvidenceRepository evidence,
            ProofreadingGate gate,
            PublicNumbers numbers,
            Vault vault,
            InstantSource clock) {
        this.proofreadings = proofreadings;
        this.evidence = evidence;
        this.gate = gate;
        this.numbers = numbers;
        this.vault = vault;
        this.clock = clock;
    }

    /** The student's checks, newest first. */
    public List<Proofreading> of(String accountNo) {
        return proofreadings.findByAccountNoOrderByIdDesc(accountNo);
    }

    /** The student's own check; 404 otherwise. */
    public Proofreading requireOwn(String no, String accountNo) {
        return proofreadings.findByNoAndAccountNo(no, accountNo).orElseThrow(PlatformProblem::notFound);
    }

    /** The first answer; a new one replaces it as long as it is not confirmed. */
    @Transactional
    public Proofreading answer(String no, String accountNo, Answer answer) {
        Proofreading open = open(no, accountNo);
        return gate.move(open, open.answeredOnce(answer), "answered", student(accountNo));
    }

    /**
     * The second answer, which makes it count. One that differs from the first takes both back.
     *
     * @param reason what is wrong; needed with {@link Answer#WRONG}
     * @param note the student's words, at most 500 characters
     * @return the check as it stands; still open when the answers differed
     * @throws ProblemException {@link ProofreadingProblem#ANSWER_FIRST}, {@link ProofreadingProblem#REASON_MISSING}
     */
    @Transactional
    public Proofreading confirm(
            String no, String accountNo, Answer answer, @Nullable ErratumReason reason, @Nullable String note) {
        Proofreading open = open(no, accountNo);
        if (open.firstAnswer() == null) {
            throw new ProblemException(ProofreadingProblem.ANSWER_FIRST);
        }
        if (open.firstAnswer() != answer) {
            return gate.move(open, open.answeredOnce(null), "answers-differ", student(accountNo));
        }
        if (answer == Answer.CORRECT) {
            return gate.move(open, open.confirmed(clock.instant()), "confirmed", student(accountNo));
        }
        if (reason == null) {
            throw new ProblemException(ProofreadingProblem.REASON_MISSING);
        }
        String sealed = note == null || note.isBlank() ? null : vault.sealText(note.strip(), NOTE_CONTEXT);
        return gate.move(open, open.disputed(reason, sealed, clock.instant()), "disputed", student(accountNo));
    }

    /** Keeps a picture of evidence that is in the store already. */
    @Transactional
    public Evidence addEvidence(String no, String accountNo, String blobKey) {
        Proofreading open = open(no, accountNo);
        if (evidence.countByProofreadingNo(no) >= MOST_EVIDENCE) {
            throw new ProblemException(ProofreadingProblem.TOO_MUCH_EVIDENCE);
        }
        return evidence.save(new Evidence(null, numbers.next("evi"), open.no(), blobKey));
    }

    /** Pictures of evidence, in the order they came. */
    @Transactional
    public List<Evidence> evidenceOf(String no) {
        return evidence.findByProofreadingNoOrderByIdAsc(no);
    }

    private Proofreading open(String no, String accountNo) {
        Proofreading proofreading = proofreadings
                .lock(no)
                .filter(p -> p.accountNo().equals(accountNo))
                .orElseThrow(PlatformProblem::notFound);
        if (!proofreading.status().takesAnswers()) {
            throw new ProblemException(ProofreadingProblem.PROOFREADING_CLOSED);
        }
        return proofreading;
    }

    private static Actor student(String accountNo) {
        return new Actor(Role.STUDENT, accountNo);
    }
}
