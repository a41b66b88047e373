package org.tucai.capture;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.CampaignService;
import org.tucai.platform.privacy.PersonalData;
import org.tucai.platform.privacy.PersonalFile;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.state.StateHistory;
import org.tucai.platform.state.Step;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Language;

/** A capture with its facts, history, consents and rejections. */
@Singleton
class CaptureData implements PersonalData {
    private static final String FILE = "capture.json";

    private final CaptureService captures;
    private final FactsVault facts;
    private final ConsentRepository consents;
    private final ConsentNotice notice;
    private final CampaignService campaigns;
    private final StateHistory history;

    CaptureData(
            CaptureService captures,
            FactsVault facts,
            ConsentRepository consents,
            ConsentNotice notice,
            CampaignService campaigns,
            StateHistory history) {
        this.captures = captures;
        this.facts = facts;
        this.consents = consents;
        this.notice = notice;
        this.campaigns = campaigns;
        this.history = history;
    }

    /** @param factsAndPhotosDeletedAt null while they are kept */
    @Serdeable
    record Held(
            String no,
            String schoolName,
            String campaignNo,
            String campaignName,
            CaptureStatus status,
            @Nullable CaptureFacts facts,
            @Nullable OffsetDateTime factsAndPhotosDeletedAt,
            @Nullable String currentPhotoNo,
            int triesUsed,
            @Nullable String conclusion,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime submittedAt,
            @Nullable OffsetDateTime acceptedAt,
            @Nullable OffsetDateTime verifiedAt,
            List<Step> history,
            List<ConsentHeld> consents,
            List<RejectionHeld> rejections) {}

    /**
     * A consent.
     *
     * @param text the notice, if the version accepted is the present one
     * @param recordedBy the student, or the operator on site in whose presence the student agreed
     */
    @Serdeable
    record ConsentHeld(
            Consent.Kind kind,
            String textVersion,
            @Nullable String text,
            OffsetDateTime givenAt,
            Role recordedBy,
            @Nullable OffsetDateTime withdrawnAt) {}

    /** @param ordered whether the unit took the acceptance back */
    @Serdeable
    record RejectionHeld(
            String photoNo,
            OffsetDateTime at,
            List<RejectReason> reasons,
            List<String> reasonTexts,
            @Nullable String note,
            boolean ordered) {}

    @Override
    public List<Kind> kinds() {
        return List.of(new Kind(
                true,
                FILE,
                "该次采集：学校与批次、状态及其历史、采集码中的信息、同意记录（告知书版本与时间）、未通过的原因。facts 为空且"
                        + " factsAndPhotosDeletedAt 有值，表示照片和信息已按规定删除。",
                "The capture: school and campaign, status with its history, the facts of the capture code, consents (version of the"
                        + " notice and time), and why photos were turned down. If facts is null and factsAndPhotosDeletedAt is"
                        + " given, photos and facts have been deleted."));
    }

    @Override
    public List<PersonalFile> ofCapture(String captureNo, Language language) {
        return List.of(new PersonalFile.Document(FILE, () -> held(captures.require(captureNo), language)));
    }

    private Held held(Capture c, Language language) {
        Campaign campaign = campaigns.require(c.campaignNo());
        return new Held(
                c.no(),
                campaigns.requireSchool(c.schoolNo()).name(),
                campaign.no(),
                campaign.name(),
                c.status(),
                facts.open(c),
                c.factsSealed() == null ? ChinaTime.offsetOrNull(c.endedAt()) : null,
                c.photoNo(),
                c.triesUsed(),
                c.conclusion(),
                ChinaTime.offset(c.createdAt()),
                ChinaTime.offsetOrNull(c.submittedAt()),
                ChinaTime.offsetOrNull(c.acceptedAt()),
                ChinaTime.offsetOrNull(c.verifiedAt()),
                history.steps(c.no()),
                consents.findByCaptureNoOrderById(c.no()).stream()
                        .map(consent -> held(consent, language))
                        .toList(),
                captures.rejections(c.no()).stream().map(r -> held(r, language)).toList());
    }

    private ConsentHeld held(Consent c, Language language) {
        return new ConsentHeld(
                c.kind(),
                c.textVersion(),
                c.textVersion().equals(notice.version()) ? notice.text(language) : null,
                ChinaTime.offset(c.givenAt()),
                Actor.parse(c.recordedBy()).role(),
                ChinaTime.offsetOrNull(c.withdrawnAt()));
    }

    private static RejectionHeld held(Rejection r, Language language) {
        List<RejectReason> reasons = r.named();
        return new RejectionHeld(
                r.photoNo(),
                ChinaTime.offset(r.rejectedAt()),
                reasons,
                reasons.stream().map(reason -> reason.text(language)).toList(),
                r.note(),
                r.ordered());
    }
}
