package org.tucai.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tucai.capture.CaptureStatus;
import org.tucai.capture.web.StudentStatus;
import org.tucai.platform.web.Language;
import org.tucai.proofreading.ProofreadingStatus;
import org.tucai.screen.NextStep.Circumstances;
import org.tucai.screen.NextStepPolicy.Situation;
import org.tucai.screen.NextStepPolicy.Window;

class NextStepPolicyTest {
    @ParameterizedTest
    @EnumSource(CaptureStatus.class)
    void everyStateHasAStatusTextAndANextStep(CaptureStatus status) {
        NextStep step = NextStepPolicy.of(
                new Situation(status, false, false, false, Window.OPEN, true, null, false, false, false));

        assertThat(step.title(Language.ZH)).isNotBlank();
        assertThat(step.hint(
                        Language.ZH,
                        new Circumstances(5, false, true, NextStep.Paying.COMPLETES, true, false, false, false, false)))
                .isNotBlank();
        assertThat(StudentStatus.of(status).text(Language.ZH)).isNotBlank();
    }

    @Test
    void aRejectedPhotoIsRetakenWhileTheCampaignIsOpen() {
        assertThat(step(CaptureStatus.ERRATUM, true, true)).isEqualTo(NextStep.SHOOT_AGAIN);
        assertThat(step(CaptureStatus.REJECTED, true, false)).isEqualTo(NextStep.CONTACT_UNIT);
        assertThat(step(CaptureStatus.RETURNED, false, true)).isEqualTo(NextStep.CONTACT_UNIT);
    }

    @ParameterizedTest
    @EnumSource(
            value = CaptureStatus.class,
            names = {"BOUND", "PHOTO_READY", "REJECTED", "RETURNED", "ERRATUM", "WITHDRAWN", "EXPIRED"})
    void betweenTwoWindowsTheStudentWaitsForTheNextOne(CaptureStatus status) {
        assertThat(NextStepPolicy.of(
                        new Situation(status, false, true, false, Window.TO_COME, true, null, false, false, false)))
                .isEqualTo(NextStep.WAIT_FOR_WINDOW);
        assertThat(NextStep.WAIT_FOR_WINDOW.hint(
                        Language.ZH,
                        new Circumstances(5, false, true, NextStep.Paying.COMPLETES, true, false, false, false, false)))
                .endsWith("再来继续。"); // a student who has a photo need not shoot, only submit
    }

    @Test
    void afterTheTimeToPayTheStudentWaitsForTheChannelsAnswer() {
        assertThat(NextStepPolicy.of(new Situation(
                        CaptureStatus.AWAITING_PAYMENT,
                        false,
                        false,
                        true,
                        Window.OVER,
                        true,
                        null,
                        false,
                        false,
                        false)))
                .isEqualTo(NextStep.WAIT_FOR_PAYMENT);
        assertThat(NextStepPolicy.of(new Situation(
                        CaptureStatus.BOUND, false, true, true, Window.OPEN, true, null, false, false, false)))
                .isEqualTo(NextStep.WAIT_FOR_PAYMENT);
        assertThat(NextStepPolicy.of(new Situation(
                        CaptureStatus.BOUND, false, true, true, Window.OVER, true, null, false, false, false)))
                .isEqualTo(NextStep.WAIT_FOR_PAYMENT);
    }

    @Test
    void aStudentWithoutTriesLeftIsNotToldToWaitForTheNextWindow() {
        assertThat(NextStepPolicy.of(new Situation(
                        CaptureStatus.REJECTED, false, false, false, Window.TO_COME, false, null, false, false, false)))
                .isEqualTo(NextStep.CONTACT_UNIT);
    }

    @Test
    void theHintNamesTheReviewTimeOfTheSettings() {
        Circumstances three =
                new Circumstances(3, false, true, NextStep.Paying.COMPLETES, true, false, false, false, false);
        assertThat(NextStep.WAIT_FOR_REVIEW.hint(Language.ZH, three)).isEqualTo("采集单位将在 3 个工作日内完成审核。");
        assertThat(NextStep.WAIT_FOR_REVIEW.hint(Language.EN, three))
                .isEqualTo("The collection unit completes the review within 3 working days.");
        Circumstances one =
                new Circumstances(1, false, true, NextStep.Paying.COMPLETES, true, false, false, false, false);
        assertThat(NextStep.WAIT_FOR_REVIEW.hint(Language.EN, one))
                .isEqualTo("The collection unit completes the review within 1 working day.");
    }

    @Test
    void theHintOfALateReviewPromisesItsTimeNoLonger() {
        Circumstances late =
                new Circumstances(5, true, true, NextStep.Paying.COMPLETES, true, false, false, false, false);
        assertThat(NextStep.WAIT_FOR_REVIEW.hint(Language.ZH, late))
                .isEqualTo("审核超过了承诺的 5 个工作日，采集单位会尽快完成；如有急用，请联系采集单位。");
    }

    @Test
    void aStudentWhoCanDoNothingMoreOnlineIsToldWhy() {
        assertThat(NextStep.CONTACT_UNIT.hint(
                        Language.ZH,
                        new Circumstances(5, false, true, NextStep.Paying.COMPLETES, true, true, false, false, false)))
                .isEqualTo("采集已结束，请联系采集单位或学校。");
        assertThat(NextStep.CONTACT_UNIT.hint(
                        Language.ZH,
                        new Circumstances(
                                5, false, true, NextStep.Paying.COMPLETES, false, false, false, false, false)))
                .isEqualTo("在线拍摄的机会已用完，请联系采集单位或学校。");
    }

    @Test
    void aStudentWithoutTriesLeftIsNotAdvisedToShootAgainBeforeSubmitting() {
        Circumstances tries =
                new Circumstances(5, false, true, NextStep.Paying.COMPLETES, true, false, false, false, false);
        Circumstances none =
                new Circumstances(5, false, true, NextStep.Paying.COMPLETES, false, false, false, false, false);

        assertThat(NextStep.SUBMIT.hint(Language.ZH, tries)).isEqualTo("请仔细查看照片，有检测提示的最好按提示重拍，确认后提交审核。");
        assertThat(NextStep.SUBMIT.hint(Language.ZH, none)).isEqualTo("请仔细查看照片，在线拍摄的机会已用完，不能再重拍，确认后提交审核。");
        assertThat(NextStep.SUBMIT.hint(Language.EN, none))
                .isEqualTo("Look at the photo carefully; you have no tries left online for another. Then submit it.");
    }

    @Test
    void aStudentWithADoubtfulConclusionIsSentToTheSchoolWhileTheCheckIsOpenToo() {
        Circumstances clear =
                new Circumstances(5, false, true, NextStep.Paying.COMPLETES, true, false, false, false, false);
        Circumstances doubtful =
                new Circumstances(5, false, true, NextStep.Paying.COMPLETES, true, false, true, false, false);

        assertThat(NextStep.PROOFREAD.hint(Language.ZH, clear)).isEqualTo("请核对图像与信息是否正确。");
        assertThat(NextStep.PROOFREAD.hint(Language.ZH, doubtful))
                .isEqualTo("请核对图像与信息是否正确。身份核验结论还需要由学校复核，请同时尽快联系学校老师。");
        assertThat(NextStep.PROOFREAD.hint(Language.EN, clear))
                .isEqualTo("Check whether the picture and your details are correct.");
        assertThat(NextStep.PROOFREAD.hint(Language.EN, doubtful))
                .isEqualTo(
                        "Check whether the picture and your details are correct. Your school also has to follow up the"
                                + " identity conclusion: contact it soon.");
    }

    @Test
    void onSiteTheStudentComesInsteadOfShooting() {
        assertThat(NextStepPolicy.of(new Situation(
                        CaptureStatus.BOUND, true, false, false, Window.OPEN, false, null, false, false, false)))
                .isEqualTo(NextStep.GO_ON_SITE);
        assertThat(NextStepPolicy.of(new Situation(
                        CaptureStatus.PHOTO_READY, true, false, false, Window.OPEN, true, null, false, false, false)))
                .isEqualTo(NextStep.GO_ON_SITE);
        assertThat(step(CaptureStatus.PHOTO_READY, true, true)).isEqualTo(NextStep.SUBMIT);
        assertThat(NextStepPolicy.of(new Situation(
                        CaptureStatus.BOUND, true, true, false, Window.OPEN, true, null, false, false, false)))
                .isEqualTo(NextStep.PAY);
    }

    @Test
    void theCheckOfAnAcceptedPhotoComesBeforeWaiting() {
        assertThat(checked(CaptureStatus.ACCEPTED, ProofreadingStatus.OPEN)).isEqualTo(NextStep.PROOFREAD);
        assertThat(checked(CaptureStatus.FORWARDED, ProofreadingStatus.DISPUTED))
                .isEqualTo(NextStep.WAIT_FOR_UNIT);
        assertThat(checked(CaptureStatus.FORWARDED, ProofreadingStatus.CONFIRMED))
                .isEqualTo(NextStep.WAIT_FOR_AUTHORITY);
        assertThat(checked(CaptureStatus.VERIFIED, null)).isEqualTo(NextStep.DONE);
    }

    @Test
    void aStudentWithADoubtfulConclusionIsSentToTheSchoolUntilThePictureIsForgotten() {
        assertThat(concluded(ProofreadingStatus.OPEN, false)).isEqualTo(NextStep.PROOFREAD);
        assertThat(concluded(ProofreadingStatus.DISPUTED, false)).isEqualTo(NextStep.CONTACT_SCHOOL);
        assertThat(concluded(null, false)).isEqualTo(NextStep.CONTACT_SCHOOL);
        assertThat(concluded(null, true)).isEqualTo(NextStep.DONE);
    }

    private static NextStep concluded(@Nullable ProofreadingStatus check, boolean forgotten) {
        return NextStepPolicy.of(new Situation(
                CaptureStatus.VERIFIED, false, false, false, Window.OPEN, true, check, true, false, forgotten));
    }

    private static NextStep step(CaptureStatus status, boolean open, boolean triesLeft) {
        return NextStepPolicy.of(new Situation(
                status, false, false, false, open ? Window.OPEN : Window.OVER, triesLeft, null, false, false, false));
    }

    private static NextStep checked(CaptureStatus status, @Nullable ProofreadingStatus check) {
        return NextStepPolicy.of(
                new Situation(status, false, false, false, Window.OPEN, true, check, false, false, false));
    }
}
