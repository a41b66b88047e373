package org.tucai.bench.labelled;

import java.util.Comparator;
import java.util.List;

/**
 * Error rates of one rule. A <em>false alarm</em> is a picture that meets the rule but fails it; a <em>miss</em> is one
 * that breaks the rule but passes. Pictures that were not assessed count in {@code notAssessed} only. All rates 0..1, NaN
 * where there is nothing to count.
 *
 * @param meeting pictures that meet the rule (assessed or not)
 * @param breaking pictures that break it
 * @param eer equal error rate over all limits of the score
 * @param falseAlarm at the profile's limit
 * @param miss at the profile's limit
 * @param notAssessed share of all
 */
public record ErrorRates(int meeting, int breaking, double eer, double falseAlarm, double miss, double notAssessed) {

    public static ErrorRates of(List<Sample> samples) {
        int meeting = (int) samples.stream().filter(Sample::meets).count();
        List<Sample> assessed = samples.stream().filter(Sample::assessed).toList();
        List<Sample> good = assessed.stream().filter(Sample::meets).toList();
        List<Sample> bad = assessed.stream().filter(s -> !s.meets()).toList();
        return new ErrorRates(
                meeting,
                samples.size() - meeting,
                equalErrorRate(assessed),
                share(good.stream().filter(s -> !s.passed()).count(), good.size()),
                share(bad.stream().filter(Sample::passed).count(), bad.size()),
                share(samples.size() - assessed.size(), samples.size()));
    }

    private static double share(long part, long whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }

    /**
     * The rate at which false alarms and misses are equal as the limit moves over the scores. Equal scores move together; between two
     * limits both rates are interpolated linearly (as ISO/IEC 19795-1 reads the curve).
     */
    static double equalErrorRate(List<Sample> samples) {
        List<Sample> sorted = samples.stream()
                .sorted(Comparator.comparingDouble(Sample::score))
                .toList();
        double good = sorted.stream().filter(Sample::meets).count();
        double bad = sorted.size() - good;
        if (good == 0 || bad == 0) {
            return Double.NaN;
        }
        double alarms = 0;
        double misses = 1;
        int i = 0;
        while (i < sorted.size()) {
            double nextAlarms = alarms;
            double nextMisses = misses;
            double score = sorted.get(i).score();
            while (i < sorted.size() && sorted.get(i).score() == score) {
                nextAlarms += sorted.get(i).meets() ? 1 / good : 0;
                nextMisses -= sorted.get(i).meets() ? 0 : 1 / bad;
                i++;
            }
            if (nextAlarms >= nextMisses) {
                double before = misses - alarms;
                double after = nextAlarms - nextMisses;
                double t = before / (before + after);
                return alarms + t * (nextAlarms - alarms);
            }
            alarms = nextAlarms;
            misses = nextMisses;
        }
        return alarms;
    }

    /** The limit at which the rates of false alarms and misses are closest, half-way between two neighbouring scores. */
    public static double equalErrorLimit(List<Sample> samples) {
        List<Sample> sorted = samples.stream()
                .sorted(Comparator.comparingDouble(Sample::score))
                .toList();
        double good = sorted.stream().filter(Sample::meets).count();
        double bad = sorted.size() - good;
        double alarms = 0;
        double misses = 1;
        for (int i = 0; i < sorted.size(); i++) {
            alarms += sorted.get(i).meets() ? 1 / good : 0;
            misses -= sorted.get(i).meets() ? 0 : 1 / bad;
            if (alarms >= misses) {
                return i + 1 < sorted.size()
                        ? (sorted.get(i).score() + sorted.get(i + 1).score()) / 2
                        : sorted.get(i).score();
            }
        }
        return 0;
    }
}
