package org.tucai.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tucai.account.AccountService;
import org.tucai.campaign.AdminCampaignService;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.CaptureMode;
import org.tucai.campaign.School;
import org.tucai.capturecode.CaptureCode;
import org.tucai.capturecode.CaptureCodeService;
import org.tucai.platform.job.DueJobs;
import org.tucai.platform.privacy.PhoneNumber;
import org.tucai.platform.security.Actor;
import org.tucai.platform.web.Language;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.CodeFixtures;
import org.tucai.testing.HeldTransaction;
import org.tucai.testing.MutableClock;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** A campaign closes, and its closing is carried out, while something of it is being stored: nothing is left behind. */
@TucaiTest
class CampaignEndRaceIT {
    private final BindingService binding;
    private final StudentCaptureService students;
    private final CaptureService captures;
    private final ReviewedCaptures reviewed;
    private final RejectionRepository rejections;
    private final AdminCampaignService adminCampaigns;
    private final CampaignFixtures campaigns;
    private final CaptureCodeService codeService;
    private final CodeFixtures codes;
    private final ConsentNotice notice;
    private final HeldTransaction held;
    private final DueJobs jobs;
    private final Rows rows;
    private final AccountService accounts;
    private final MutableClock clock;
    private String accountNo;
    private School school;
    private Campaign campaign;

    CampaignEndRaceIT(
            BindingService binding,
            StudentCaptureService students,
            CaptureService captures,
            ReviewedCaptures reviewed,
            RejectionRepository rejections,
            AdminCampaignService adminCampaigns,
            CampaignFixtures campaigns,
            CaptureCodeService codeService,
            CodeFixtures codes,
            ConsentNotice notice,
            HeldTransaction held,
            DueJobs jobs,
            Rows rows,
            AccountService accounts,
            MutableClock clock) {
        this.binding = binding;
        this.students = students;
        this.captures = captures;
        this.reviewed = reviewed;
        this.rejections = rejections;
        this.adminCampaigns = adminCampaigns;
        this.campaigns = campaigns;
        this.codeService = codeService;
        this.codes = codes;
        this.notice = notice;
        this.held = held;
        this.jobs = jobs;
        this.rows = rows;
        this.accounts = accounts;
        this.clock = clock;
    }

    @BeforeEach
    void aCampaign() {
        school = campaigns.aSchool();
        campaign = campaigns.anOpenCampaign(school, t -> {});
        accountNo = accounts.withPhone(new PhoneNumber("13700000001"), Language.ZH);
    }

    @Test
    void aCaptureBoundAtTheMomentOfClosingEndsToo() {
        CaptureCode code = codeService.requireConfirmed(
                codes.aConfirmedCode(school, accountNo).no(), accountNo);
        BindCapture wish = new BindCapture(campaign.featureCode(), notice.version());

        held.of(() -> binding.bind(accountNo, code, wish), this::closeAndCarryOut);
        jobs.runDue();

        assertNothingIsLeft();
    }

    @Test
    void aCaptureBegunOnSiteAtTheMomentOfClosingEndsToo() {
        Campaign onSite = campaigns.anOpenCampaign(school, t -> {
            t.featureCode = "zz88";
            t.mode = CaptureMode.ON_SITE;
        });
        CaptureCode code = codeService.requireConfirmed(
                codes.aConfirmedCode(school, accountNo).no(), accountNo);
        BindCapture wish = new BindCapture(onSite.featureCode(), notice.version());

        held.of(() -> binding.bindOnSite(code, wish, CampaignFixtures.MANAGER), () -> closeAndCarryOut(onSite));
        jobs.runDue();

        assertNothingIsLeft();
    }

    @Test
    void aCaptureRejectedAtTheMomentOfClosingEndsToo() throws IOException {
        String no = reviewed.submitted(campaign, accountNo);

        held.of(() -> captures.reject(no, Set.of(RejectReason.BLUR), null, Actor.SYSTEM), this::closeAndCarryOut);
        jobs.runDue();

        assertNothingIsLeft();
    }

    @Test
    void aCaptureWithdrawnAtTheMomentOfClosingEndsToo() throws IOException {
        String no = reviewed.submitted(campaign, accountNo);

        held.of(() -> students.withdrawReview(no, accountNo), this::closeAndCarryOut);
        jobs.runDue();

        assertNothingIsLeft();
    }

    @Test
    void traceDataOfACaptureGivenUpAtTheMomentOfClosingIsDeletedToo() throws IOException {
        String no = reviewed.submitted(campaign, accountNo);
        String photoNo = captures.require(no).photoNo();
        rejections.save(new Rejection(null, no, photoNo, "BLUR", null, clock.instant(), false));

        held.of(() -> students.cancel(no, accountNo), this::closeAndCarryOut);
        jobs.runDue();

        assertThat(rows.number("SELECT COUNT(*) FROM photo WHERE upload_hash IS NOT NULL"))
                .isZero();
        assertThat(rows.number("SELECT COUNT(*) FROM spent_tries")).isZero();
    }

    /** It would end with the campaign, and there would be no other. */
    @Test
    void anAcceptedPhotoIsNotTakenBackAtTheMomentOfClosing() throws IOException {
        String no = reviewed.submitted(campaign, accountNo);
        captures.accept(no, Actor.SYSTEM);

        held.of(
                () -> close(campaign),
                () -> assertThatThrownBy(() -> captures.orderRetake(no, "照片不是本人", CampaignFixtures.MANAGER))
                        .hasMessage("retake-too-late"));
        jobs.runDue();

        assertThat(rows.texts("SELECT status FROM capture")).containsExactly("ACCEPTED");
    }

    private void closeAndCarryOut() {
        closeAndCarryOut(campaign);
    }

    private void closeAndCarryOut(Campaign ending) {
        close(ending);
        jobs.runDue();
    }

    private void close(Campaign ending) {
        adminCampaigns.close(ending.no(), "*", CampaignFixtures.MANAGER);
    }

    private void assertNothingIsLeft() {
        assertThat(rows.texts("SELECT status FROM capture")).containsExactly("EXPIRED");
        assertThat(rows.number("SELECT COUNT(*) FROM capture WHERE facts_sealed IS NOT NULL"))
                .isZero();
    }
}
