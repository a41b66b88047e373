package org.tucai.campaign;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.tucai.platform.db.Row;
import org.tucai.platform.money.Money;

/**
 * A campaign (采集批次): the students of one batch of a school are photographed in one mode, under one set of terms.
 *
 * @param featureCode 采集特征码: 4-6 characters of {@code [0-9A-Za-z]}, compared ignoring case
 * @param opensAt when capturing begins; it ends just before {@code closesAt}
 * @param makeUpOpensAt start of the make-up window (补拍) for those who missed the first; both its ends are set, or neither
 * @param feeMinor what the student pays in fen; 0 when the school pays
 * @param printPriceMinor fen per extra print
 * @param albumAllowed whether a photo may come from the phone's album; otherwise only from the camera
 * @param triesAllowed how many photos a student may upload, at least 1
 * @param photoProfile name of the photo standard
 * @param backgroundColours allowed backgrounds as comma-separated {@code #RRGGBB}
 * @param fourEyes whether two reviewers must agree
 * @param disputeDays days after the authority's answer during which a doubtful case may still need the photo
 */
@Row
@MappedEntity("campaign")
public record Campaign(
        @Id @GeneratedValue @Nullable Long id,
        String no,
        String schoolNo,
        String name,
        String batch,
        CaptureMode mode,
        String featureCode,
        Instant opensAt,
        Instant closesAt,
        @Nullable Instant makeUpOpensAt,
        @Nullable Instant makeUpClosesAt,
        long feeMinor,
        PayWhen payWhen,
        boolean printsOffered,
        long printPriceMinor,
        boolean albumAllowed,
        int triesAllowed,
        OnRejection onRejection,
        String photoProfile,
        String backgroundColours,
        AlreadyCaptured alreadyCaptured,
        boolean fourEyes,
        ProofreadingSilence proofreadingSilence,
        int disputeDays,
        CampaignStatus status,
        Instant createdAt,
        @Nullable Instant closedAt,
        @Version int version) {

    static Campaign drafted(String no, String schoolNo, CampaignTerms terms, Instant at) {
        return of(null, no, schoolNo, terms, CampaignStatus.DRAFT, at, null, 0);
    }

    Campaign withTerms(CampaignTerms terms) {
        return of(id, no, schoolNo, terms, status, createdAt, closedAt, version);
    }

    Campaign opened() {
        return moved(CampaignStatus.OPEN, null);
    }

    Campaign closed(Instant at) {
        return moved(CampaignStatus.CLOSED, at);
    }

    private Campaign moved(CampaignStatus to, @Nullable Instant closed) {
        return CampaignBuilder.builder(this)
                .status(status.to(to, no))
                .closedAt(closed)
                .build();
    }

    /** Whether a photo may be submitted at that instant: the campaign is open and in its window or make-up window. */
    public boolean acceptsAt(Instant at) {
        return status == CampaignStatus.OPEN
                && (isWithin(opensAt, closesAt, at) || isWithin(makeUpOpensAt, makeUpClosesAt, at));
    }

    private static boolean isWithin(@Nullable Instant from, @Nullable Instant to, Instant at) {
        return from != null && to != null && !at.isBefore(from) && at.isBefore(to);
    }

    /** Whether no photo will be accepted any more: closed, or past its last window. Between its two windows a campaign is not over. */
    public boolean isOverAt(Instant at) {
        return status == CampaignStatus.CLOSED || !at.isBefore(lastsUntil());
    }

    /** When the next window opens; for a campaign that is not over and outside its windows at that instant. */
    public Instant opensNextAfter(Instant at) {
        return at.isBefore(opensAt) || makeUpOpensAt == null ? opensAt : makeUpOpensAt;
    }

    /** When the last window ends. */
    public Instant lastsUntil() {
        return makeUpClosesAt == null ? closesAt : makeUpClosesAt;
    }

    /** Allowed backgrounds, each {@code #RRGGBB}. */
    public List<String> colours() {
        return List.of(backgroundColours.split(","));
    }

    /** Whether photos are refused until the fee is paid; never where there is no fee. */
    public boolean paysFirst() {
        return payWhen == PayWhen.BEFORE_SHOOTING && feeMinor > 0;
    }

    /** The student's fee for being photographed. */
    public Money fee() {
        return Money.fen(feeMinor);
    }

    /** The price of one extra print. */
    public Money printPrice() {
        return Money.fen(printPriceMinor);
    }

    CampaignTerms terms() {
        return CampaignTerms.of(this);
    }

    private static Campaign of(
            @Nullable Long id,
            String no,
            String schoolNo,
            CampaignTerms t,
            CampaignStatus status,
            Instant createdAt,
            @Nullable Instant closedAt,
            int version) {
        return new Campaign(
                id,
                no,
                schoolNo,
                t.name(),
                t.batch(),
                t.mode(),
                t.featureCode(),
                t.opensAt().toInstant(),
                t.closesAt().toInstant(),
                CampaignTerms.instant(t.makeUpOpensAt()),
                CampaignTerms.instant(t.makeUpClosesAt()),
                t.fee().minor(),
                t.payWhen(),
                t.printsOffered(),
                Objects.requireNonNull(t.printPrice()).minor(),
                t.albumAllowed(),
                t.triesAllowed(),
                t.onRejection(),
                t.photoProfile(),
                String.join(",", t.backgroundColours()),
                t.alreadyCaptured(),
                t.fourEyes(),
                t.proofreadingSilence(),
                t.disputeDays(),
                status,
                createdAt,
                closedAt,
                version);
    }
}
