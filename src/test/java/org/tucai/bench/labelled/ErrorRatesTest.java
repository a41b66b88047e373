package org.tucai.bench.labelled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorRatesTest {
    @Test
    void theEqualErrorRateIsZeroWhenScoresSeparatePerfectly() {
        List<Sample> samples = samples(new double[] {0.8, 0.9}, new double[] {0.1, 0.2});

        double eer = ErrorRates.equalErrorRate(samples);

        assertThat(eer).isZero();
    }

    @Test
    void theEqualErrorRateIsAQuarterWhenOneOfFourIsWrongOnEitherSide() {
        // sorted: bad .1, bad .2, bad .3, good .4, bad .5, good .6, good .7, good .8
        List<Sample> samples = samples(new double[] {0.4, 0.6, 0.7, 0.8}, new double[] {0.1, 0.2, 0.3, 0.5});

        double eer = ErrorRates.equalErrorRate(samples);

        assertThat(eer).isEqualTo(0.25);
    }

    @Test
    void theEqualErrorRateIsInterpolatedBetweenNeighbouringLimits() {
        // after .2: alarms 1/2, misses 1/3, before: 0 and 1/3. The lines cross at alarms = 1/3.
        List<Sample> samples = samples(new double[] {0.2, 0.9}, new double[] {0.1, 0.15, 0.3});

        double eer = ErrorRates.equalErrorRate(samples);

        assertThat(eer).isCloseTo(1 / 3.0, within(1e-12));
    }

    @Test
    void equalScoresCrossTheLimitTogether() {
        // one limit for all: from (0, 1) to (1, 0)
        List<Sample> samples = samples(new double[] {0.5, 0.5, 0.5}, new double[] {0.5});

        double eer = ErrorRates.equalErrorRate(samples);

        assertThat(eer).isEqualTo(0.5);
    }

    @Test
    void theEqualErrorRateIsInterpolatedWhereBothRatesMoveAtOnce() {
        // before .5: alarms 1/4, misses 2/3; after it: 1/2 and 0
        List<Sample> samples = samples(new double[] {0.1, 0.5, 0.8, 0.9}, new double[] {0.05, 0.5, 0.5});

        double eer = ErrorRates.equalErrorRate(samples);

        assertThat(eer).isCloseTo(4 / 11.0, within(1e-12));
    }

    @Test
    void theEqualErrorRateIsOneForAReversedScore() {
        List<Sample> samples = samples(new double[] {0.1, 0.2}, new double[] {0.8, 0.9});

        double eer = ErrorRates.equalErrorRate(samples);

        assertThat(eer).isEqualTo(1);
    }

    @Test
    void thereIsNoEqualErrorRateWithoutSamplesOfBothKinds() {
        List<Sample> samples = samples(new double[] {0.1, 0.2}, new double[] {});

        double eer = ErrorRates.equalErrorRate(samples);

        assertThat(eer).isNaN();
    }

    @Test
    void countsErrorsAtTheLimitAndLeavesOutUnassessedSamples() {
        List<Sample> samples = new ArrayList<>();
        samples.add(new Sample(true, 0.95, true, true));
        samples.add(new Sample(true, 0.9, true, true));
        samples.add(new Sample(true, 0.8, true, true));
        samples.add(new Sample(true, 0.4, false, true));
        samples.add(new Sample(true, 0.5, false, false));
        samples.add(new Sample(false, 0.6, true, true));
        samples.add(new Sample(false, 0.1, false, true));
        samples.add(new Sample(false, 0.9, true, false));

        ErrorRates rates = ErrorRates.of(samples);

        assertThat(rates.meeting()).isEqualTo(5);
        assertThat(rates.breaking()).isEqualTo(3);
        assertThat(rates.falseAlarm()).isEqualTo(0.25);
        assertThat(rates.miss()).isEqualTo(0.5);
        assertThat(rates.notAssessed()).isEqualTo(0.25);
        assertThat(rates.eer()).isEqualTo(0.25);
    }

    @Test
    void aRuleThatAssessedNoneThatMeetItHasNoRateOfFalseAlarms() {
        ErrorRates rates = ErrorRates.of(List.of(new Sample(false, 0.6, true, true)));

        assertThat(rates.falseAlarm()).isNaN();
        assertThat(rates.miss()).isOne();
    }

    @Test
    void theLimitOfEqualErrorsLiesHalfWayBetweenTheScoresWhereTheyMeet() {
        // sorted: bad .1, good .15, bad .2, bad .3; from there on a quarter of both is wrong
        List<Sample> samples = samples(new double[] {0.8, 0.6, 0.4, 0.15}, new double[] {0.5, 0.3, 0.2, 0.1});

        double limit = ErrorRates.equalErrorLimit(samples);

        assertThat(limit).isCloseTo(0.35, within(1e-12));
    }

    private static List<Sample> samples(double[] good, double[] bad) {
        List<Sample> samples = new ArrayList<>();
        for (double score : good) {
            samples.add(new Sample(true, score, score >= 0.5, true));
        }
        for (double score : bad) {
            samples.add(new Sample(false, score, score >= 0.5, true));
        }
        return samples;
    }
}
