package org.tucai.capture.web;

import io.micronaut.serde.annotation.Serdeable;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tucai.capture.Photo;
import org.tucai.capture.PhotoReport;
import org.tucai.capture.PhotoStatus;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Language;
import org.tucai.portrait.ComplaintOrder;
import org.tucai.portrait.Outcome;
import org.tucai.portrait.RuleTexts;
import org.tucai.portrait.Severity;
import org.tucai.portrait.Verdict;
import org.tucai.portrait.Way;

/**
 * A photo with the result of its automatic checks.
 *
 * @param usable whether the photo can be submitted
 * @param backgroundColours the campaign's colours that the background was checked against; null where the profile's applied
 * @param pictureUrl URL of the standard picture; null if the photo is unusable or deleted
 * @param mode {@code full}; {@code reduced} if the server lacks the perception models; {@code forgotten} once the report is
 *     deleted
 * @param complaints what is wrong and what to do about it, worst first; empty if no rule is broken
 * @param open one sentence saying what could not be checked automatically and is left to a reviewer; null unless that is why the
 *     verdict is REVIEW
 * @param checks the result of every rule, with its figures
 */
@Serdeable
public record PhotoView(
        String no,
        PhotoStatus status,
        boolean usable,
        Verdict verdict,
        String profile,
        int profileVersion,
        @Nullable List<String> backgroundColours,
        String mode,
        @Nullable String pictureUrl,
        List<ComplaintView> complaints,
        @Nullable String open,
        List<CheckView> checks,
        OffsetDateTime takenAt) {

    /**
     * A broken rule in words.
     *
     * @param hard true if it makes the photo unusable
     * @param region the part of the picture at fault; null if it is no particular part
     */
    @Serdeable
    public record ComplaintView(
            String rule, boolean hard, String title, String advice, PhotoReport.@Nullable Place region) {}

    /**
     * The result of one rule.
     *
     * @param rule for programs; new ones are added
     * @param name of the rule
     * @param score 0..1; 1 means that the photo certainly meets the rule
     * @param measured the measured value, in {@code unit}
     * @param limit the limit as the profile states it
     * @param unit what {@code measured} and {@code limit} count, for display
     */
    @Serdeable
    public record CheckView(
            String rule,
            String name,
            Outcome outcome,
            Severity severity,
            double score,
            @Nullable Double measured,
            @Nullable String limit,
            @Nullable String unit,
            PhotoReport.@Nullable Place region) {
        static CheckView of(PhotoReport.Line line, RuleTexts texts) {
            return new CheckView(
                    line.rule(),
                    texts.name(line.rule()),
                    line.outcome(),
                    line.severity(),
                    line.score(),
                    line.measured(),
                    line.limit(),
                    line.unit() == null ? null : texts.unit(line.unit()),
                    line.region());
        }
    }

    public static PhotoView of(Photo photo, PhotoReport report, @Nullable String pictureUrl, Language language) {
        return new PhotoView(
                photo.no(),
                photo.status(),
                photo.status() == PhotoStatus.CURRENT || photo.status() == PhotoStatus.ACCEPTED,
                photo.verdict(),
                photo.profile(),
                photo.profileVersion(),
                report.backgroundColours(),
                report.mode(),
                photo.blobKey() == null ? null : pictureUrl,
                complaints(report, language),
                open(photo, report, language),
                report.rules().stream()
                        .map(line -> CheckView.of(line, texts(language)))
                        .toList(),
                ChinaTime.offset(photo.takenAt()));
    }

    private static List<ComplaintView> complaints(PhotoReport report, Language language) {
        List<PhotoReport.Line> broken =
                report.rules().stream().filter(r -> r.outcome() == Outcome.FAIL).toList();
        return ComplaintOrder.of(broken, PhotoReport.Line::rule, PhotoView::way, PhotoReport.Line::severity).stream()
                .map(r -> complaint(r, language))
                .toList();
    }

    private static @Nullable String open(Photo photo, PhotoReport report, Language language) {
        List<String> rules = report.rules().stream()
                .filter(r -> r.outcome() == Outcome.NOT_ASSESSED)
                .map(PhotoReport.Line::rule)
                .toList();
        return rules.isEmpty() || photo.verdict() != Verdict.REVIEW
                ? null
                : texts(language).open(rules);
    }

    private static RuleTexts texts(Language language) {
        return RuleTexts.of(language == Language.EN ? Locale.ENGLISH : Locale.CHINESE);
    }

    private static Way way(PhotoReport.Line line) {
        return new Way(line.unit(), line.measured(), line.limit());
    }

    private static ComplaintView complaint(PhotoReport.Line line, Language language) {
        RuleTexts texts = texts(language);
        Way way = way(line);
        return new ComplaintView(
                line.rule(),
                line.severity() == Severity.HARD,
                texts.wrong(line.rule(), way),
                texts.advice(line.rule(), way),
                line.region());
    }
}
