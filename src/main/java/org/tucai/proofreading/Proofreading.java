package org.tucai.proofreading;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.time.ChinaTime;
import org.tucai.workday.DueDate;

/**
 * One student's information check of one accepted picture.
 *
 * @param no {@code prf_…}
 * @param askedAt when the last round began: from then the working days count
 * @param provisional whether {@code dueAt} crosses a year whose holidays are not known yet
 * @param rounds how often the student was asked, 1 and up
 * @param firstAnswer said once and not confirmed yet, or the confirmed one
 * @param noteSealed the student's words about what is wrong, sealed
 * @param closedAt when an answer counted, or the time was over for good
 * @param resolutionNote the manager's words, shown to the student
 */
@MappedEntity("proofreading")
public record Proofreading(
        @Id @GeneratedValue @Nullable Long id,
        String no,
        String captureNo,
        String photoNo,
        String accountNo,
        String campaignNo,
        String schoolNo,
        ProofreadingStatus status,
        int rounds,
        Instant openedAt,
        Instant askedAt,
        Instant dueAt,
        boolean provisional,
        @Nullable Answer firstAnswer,
        @Nullable ErratumReason reason,
        @Nullable String noteSealed,
        @Nullable Resolution resolution,
        @Nullable String resolutionNote,
        @Nullable Instant closedAt,
        @Version int version) {

    /** The last day for an answer, in China: what people are told, where {@code dueAt} is the first instant of the next. */
    public LocalDate dueDay() {
        return ChinaTime.day(dueAt.minusMillis(1));
    }

    Proofreading answeredOnce(@Nullable Answer answer) {
        return copy(status, rounds, dueAt, provisional, answer, null, null, null, null, null);
    }

    Proofreading confirmed(Instant at) {
        return copy(
                to(ProofreadingStatus.CONFIRMED),
                rounds,
                dueAt,
                provisional,
                Answer.CORRECT,
                null,
                null,
                null,
                null,
                at);
    }

    Proofreading disputed(ErratumReason what, @Nullable String sealed, Instant at) {
        return copy(
                to(ProofreadingStatus.DISPUTED),
                rounds,
                dueAt,
                provisional,
                Answer.WRONG,
                what,
                sealed,
                null,
                null,
                at);
    }

    Proofreading assumed(Instant at) {
        return copy(to(ProofreadingStatus.ASSUMED), rounds, dueAt, provisional, null, null, null, null, null, at);
    }

    Proofreading overdue() {
        return copy(
                to(ProofreadingStatus.OVERDUE), rounds, dueAt, provisional, firstAnswer, null, null, null, null, null);
    }

    /** The same question with a deadline counted anew. */
    Proofreading due(Instant newDue, boolean stillProvisional) {
        return copy(status, rounds, newDue, stillProvisional, firstAnswer, null, null, null, null, null);
    }

    /** Asked once more: the old deadline had run out. */
    Proofreading askedAgain(Instant at, DueDate due) {
        return new Proofreading(
                id,
                no,
                captureNo,
                photoNo,
                accountNo,
                campaignNo,
                schoolNo,
                status,
                rounds + 1,
                openedAt,
                at,
                due.at(),
                due.provisional(),
                firstAnswer,
                null,
                null,
                null,
                null,
                null,
                version);
    }

    Proofreading resolved(Resolution how, String words, Instant at) {
        return copy(
                to(ProofreadingStatus.RESOLVED),
                rounds,
                dueAt,
                provisional,
                firstAnswer,
                reason,
                noteSealed,
                how,
                words,
                at);
    }

    Proofreading cancelled(Instant at) {
        return copy(
                to(ProofreadingStatus.CANCELLED),
                rounds,
                dueAt,
                provisional,
                firstAnswer,
                reason,
                null,
                null,
                null,
                at);
    }

    /** Whether anybody's words, or what was said to be wrong, are kept. */
    boolean hasPersonalData() {
        return reason != null || noteSealed != null || resolutionNote != null;
    }

    Proofreading withoutPersonalData() {
        return copy(status, rounds, dueAt, provisional, firstAnswer, null, null, resolution, null, closedAt);
    }

    private ProofreadingStatus to(ProofreadingStatus wanted) {
        if (!status.next().contains(wanted)) {
            throw new IllegalStateException(no + ": " + status + " does not lead to " + wanted);
        }
        return wanted;
    }

    private Proofreading copy(
            ProofreadingStatus newStatus,
            int round,
            Instant due,
            boolean guessed,
            @Nullable Answer first,
            @Nullable ErratumReason what,
            @Nullable String sealed,
            @Nullable Resolution how,
            @Nullable String words,
            @Nullable Instant closed) {
        return new Proofreading(
                id,
                no,
                captureNo,
                photoNo,
                accountNo,
                campaignNo,
                schoolNo,
                newStatus,
                round,
                openedAt,
                askedAt,
                due,
                guessed,
                first,
                what,
                sealed,
                how,
                words,
                closed,
                version);
    }
}
