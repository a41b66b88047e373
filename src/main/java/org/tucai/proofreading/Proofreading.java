package org.tucai.proofreading;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.db.Row;
import org.tucai.platform.privacy.SealedText;
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
 * @param closedAt when it was confirmed, assumed, disputed, resolved or cancelled; null while open or overdue
 * @param resolutionNote the manager's words, shown to the student
 */
@Row
@MappedEntity("proofreading")
public record Proofreading(
        @Id @GeneratedValue @Nullable Long id,
        String no,
        String captureNo,
        String photoNo,
        String accountNo,
        String campaignNo,
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

        @MappedProperty(converter = SealedText.class) @Nullable
        String resolutionNote,

        @Nullable Instant closedAt,
        @Version int version) {

    /** The last day for an answer, in China: what people are told, where {@code dueAt} is the first instant of the next. */
    public LocalDate dueDay() {
        return ChinaTime.day(dueAt.minusMillis(1));
    }

    Proofreading answeredOnce(@Nullable Answer answer) {
        return unsaid().firstAnswer(answer).build();
    }

    Proofreading confirmed(Instant at) {
        return unsaid(ProofreadingStatus.CONFIRMED)
                .firstAnswer(Answer.CORRECT)
                .closedAt(at)
                .build();
    }

    Proofreading disputed(ErratumReason what, @Nullable String sealed, Instant at) {
        return unsaid(ProofreadingStatus.DISPUTED)
                .firstAnswer(Answer.WRONG)
                .reason(what)
                .noteSealed(sealed)
                .closedAt(at)
                .build();
    }

    Proofreading assumed(Instant at) {
        return unsaid(ProofreadingStatus.ASSUMED).firstAnswer(null).closedAt(at).build();
    }

    Proofreading overdue() {
        return unsaid(ProofreadingStatus.OVERDUE).build();
    }

    /** The same question with a deadline counted anew. */
    Proofreading due(Instant newDue, boolean stillProvisional) {
        return unsaid().dueAt(newDue).provisional(stillProvisional).build();
    }

    /** Asked once more: the old deadline had run out. */
    Proofreading askedAgain(Instant at, DueDate due) {
        return unsaid().rounds(rounds + 1)
                .askedAt(at)
                .dueAt(due.at())
                .provisional(due.provisional())
                .build();
    }

    Proofreading resolved(Resolution how, String words, Instant at) {
        return moved(ProofreadingStatus.RESOLVED)
                .resolution(how)
                .resolutionNote(words)
                .closedAt(at)
                .build();
    }

    Proofreading cancelled(Instant at) {
        return moved(ProofreadingStatus.CANCELLED)
                .noteSealed(null)
                .resolution(null)
                .resolutionNote(null)
                .closedAt(at)
                .build();
    }

    /** Whether anybody's words, or what was said to be wrong, are kept. */
    boolean hasPersonalData() {
        return reason != null || noteSealed != null || resolutionNote != null;
    }

    Proofreading withoutPersonalData() {
        return ProofreadingBuilder.builder(this)
                .reason(null)
                .noteSealed(null)
                .resolutionNote(null)
                .build();
    }

    private ProofreadingBuilder moved(ProofreadingStatus wanted) {
        return ProofreadingBuilder.builder(this).status(status.to(wanted, no));
    }

    private ProofreadingBuilder unsaid(ProofreadingStatus wanted) {
        return unsaid().status(status.to(wanted, no));
    }

    /** Nothing is said to be wrong. */
    private ProofreadingBuilder unsaid() {
        return ProofreadingBuilder.builder(this)
                .reason(null)
                .noteSealed(null)
                .resolution(null)
                .resolutionNote(null)
                .closedAt(null);
    }
}
