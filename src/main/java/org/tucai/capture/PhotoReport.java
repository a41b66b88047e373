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
 * The report of a photo's automatic checks, as stored and shown. Numbers are rounded to meaningful digits because this text makes up most
 * of a photo's row.
 *
 * @param backgroundColours the campaign's colours that the background was checked against; null where the profile's applied
 * @param mode the engine's mode, {@code full} or {@code reduced}; {@code forgotten} once the report is deleted
 * @param rules one entry per rule of the profile
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
     * The result of one rule.
     *
     * @param score 0..1; 1 means that the photo certainly meets the rule
     * @param measured the measured value, in {@code unit}
     * @param limit the limit as the profile states it
     * @param unit what {@code measured} and {@code limit} count, in English
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
     * A rectangle in fractions, 0..1, of the standard picture. For an UNUSABLE photo, which has none, of the upload turned upright as
     * its EXIF data says.
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
