package org.tucai.capture.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tucai.capture.Photo;
import org.tucai.capture.PhotoReport;
import org.tucai.capture.PhotoSource;
import org.tucai.capture.PhotoStatus;
import org.tucai.platform.web.Language;
import org.tucai.portrait.Outcome;
import org.tucai.portrait.Severity;
import org.tucai.portrait.Verdict;

class PhotoViewTest {
    private static final PhotoReport.Line MET =
            new PhotoReport.Line("sharp", Outcome.PASS, Severity.SOFT, 0.9, -1.6, "≥ -1.95", "fine detail", null);
    private static final PhotoReport.Line OPEN =
            new PhotoReport.Line("shoulders-level", Outcome.NOT_ASSESSED, Severity.SOFT, 0.5, null, null, null, null);

    @Test
    void namesTheUnjudgedRulesThatAReviewerWillLookAtWhereNoneIsBroken() {
        PhotoView chinese = view(Verdict.REVIEW, Language.ZH, MET, OPEN);
        PhotoView english = view(Verdict.REVIEW, Language.EN, MET, OPEN);

        assertThat(chinese.complaints()).isEmpty();
        assertThat(chinese.open()).isEqualTo("以下项目系统无法自动判断，将由审核人员查看：双肩。");
        assertThat(english.open())
                .isEqualTo("This could not be judged automatically; a reviewer will look at it: Shoulders.");
    }

    @Test
    void promisesNoReviewOfAPassedOrFailedPhoto() {
        assertThat(view(Verdict.PASS, Language.ZH, MET).open()).isNull();
        assertThat(view(Verdict.FAIL, Language.ZH, crown(20), OPEN).open()).isNull();
    }

    @Test
    void saysInWhichDirectionARuleIsBroken() {
        assertThat(view(Verdict.FAIL, Language.ZH, crown(20)).complaints())
                .singleElement()
                .satisfies(complaint -> {
                    assertThat(complaint.title()).isEqualTo("头顶离照片上边缘太近。");
                    assertThat(complaint.advice()).contains("请退后一些", "扎高"); // hair that is too high stays so from afar
                });
        assertThat(view(Verdict.FAIL, Language.EN, crown(140)).complaints())
                .singleElement()
                .satisfies(complaint -> assertThat(complaint.advice()).startsWith("Come closer"));
    }

    @Test
    void listsACauseBeforeItsConsequence() {
        PhotoView view = view(Verdict.REVIEW, Language.ZH, broken("gaze-forward"), broken("clear-lenses"));

        assertThat(view.complaints())
                .extracting(PhotoView.ComplaintView::rule)
                .containsExactly("clear-lenses", "gaze-forward");
    }

    private static PhotoReport.Line broken(String rule) {
        return new PhotoReport.Line(rule, Outcome.FAIL, Severity.SOFT, 0.2, 0.2, "≥ 0.5", "certainty", null);
    }

    private static PhotoReport.Line crown(double px) {
        return new PhotoReport.Line("crown-position", Outcome.FAIL, Severity.HARD, 0, px, "50..110", "px", null);
    }

    private static PhotoView view(Verdict verdict, Language language, PhotoReport.Line... lines) {
        PhotoReport report = new PhotoReport(verdict, "graduation-2017", 6, null, "full", List.of(lines), 40);
        return PhotoView.of(photo(verdict), report, null, language);
    }

    private static Photo photo(Verdict verdict) {
        return new Photo(
                null,
                "pho_1",
                "cap_1",
                null,
                "tic_1",
                PhotoSource.CAMERA,
                PhotoStatus.CURRENT,
                null,
                verdict,
                "graduation-2017",
                6,
                null,
                null,
                null,
                null,
                null,
                null,
                Instant.EPOCH,
                0);
    }
}
