package org.tucai.capture;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tucai.portrait.Outcome;
import org.tucai.portrait.PortraitReport;
import org.tucai.portrait.Region;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.Severity;
import org.tucai.portrait.Verdict;

/**
 * The automatic judgement of a photo as it is stored and shown. Numbers are rounded to meaningful digits, because this text is most of a
 * photo's row.
 *
 * @param backgroundColours the campaign's, by which the background was judged instead of the profile's; null where the profile's applied
 * @param mode {@code full} or {@code reduced}: which of the engine's modes judged; {@code forgotten} when the report is deleted
 * @param rules one line per rule of the profile
 * @param ms duration in milliseconds
 */
@Serdeable
public record PhotoReport(
        Verdict verdict,
        String profile,
        int profileVersion,
        @Nullable List<String> backgroundColours,
        String mode,
        List<Line> rules,
        double ms) {
    private static final double DECIMALS = 10_000;

    /**
     * What one rule found.
     *
     * @param score 0..1, 1 = surely meets the rule
     * @param measured in {@code unit}
     * @param limit as the profile words it
     */
    @Serdeable
    public record Line(
            String rule,
            Outcome outcome,
            Severity severity,
            double score,
            @Nullable Double measured,
            @Nullable String limit,
            @Nullable String unit,
            @Nullable Place region) {}

    /**
     * A rectangle in fractions, 0..1: of the upload, shown upright as its EXIF data says, where the photo is UNUSABLE, for then
     * there is no other picture; else of the standard picture.
     */
    @Serdeable
    public record Place(double x, double y, double width, double height) {
        static @Nullable Place of(@Nullable Region region) {
            return region == null
                    ? null
                    : new Place(
                            rounded(region.x()),
                            rounded(region.y()),
                            rounded(region.width()),
                            rounded(region.height()));
        }
    }

    /** To four decimals. */
    private static double rounded(double fraction) {
        return Math.rint(fraction * DECIMALS) / DECIMALS;
    }

    static PhotoReport of(PortraitReport report, List<String> colours) {
        return new PhotoReport(
                report.verdict(),
                report.profile(),
                report.profileVersion(),
                colours,
                report.mode(),
                report.rules().stream().map(PhotoReport::line).toList(),
                report.micros() / 1000.0);
    }

    /** What is left of the report of a photo whose capture is forgotten. */
    static PhotoReport forgotten(Photo photo) {
        return new PhotoReport(
                photo.verdict(), photo.profile(), photo.profileVersion(), null, "forgotten", List.of(), 0);
    }

    private static Line line(RuleResult r) {
        return new Line(
                r.rule(),
                r.outcome(),
                r.severity(),
                rounded(r.score()),
                r.measured() == null ? null : rounded(r.measured()),
                r.limit(),
                r.unit(),
                Place.of(r.region()));
    }
}
