package org.tucai.journey.random;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.tucai.payment.sandbox.FickleChannel;
import org.tucai.payment.sandbox.FickleChannel.Mood;
import org.tucai.platform.job.DueJobs;
import org.tucai.testing.TestAuthority;

/** What happens outside unit and students: time passes, jobs run or not, channel and authority are up or down. */
@Singleton
class OutsideMoves {
    private static final Duration STRIDE = Duration.ofHours(9);

    private final Stage stage;
    private final DueJobs jobs;
    private final FickleChannel channel;
    private final TestAuthority authority;

    OutsideMoves(Stage stage, DueJobs jobs, FickleChannel channel, TestAuthority authority) {
        this.stage = stage;
        this.jobs = jobs;
        this.channel = channel;
        this.authority = authority;
    }

    List<Move> all() {
        return List.of(
                new Move("seconds pass", 6, () -> pass(Duration.ofSeconds(1 + stage.random.nextInt(30)))),
                new Move("minutes pass", 8, () -> pass(Duration.ofMinutes(1 + stage.random.nextInt(60)))),
                new Move("hours pass", 3, () -> pass(Duration.ofHours(1 + stage.random.nextInt(24)))),
                new Move("days pass", 1, () -> live(Duration.ofDays(1 + stage.random.nextInt(6)))),
                new Move(
                        "days pass and the server is down",
                        1,
                        () -> stage.chance(40) ? pass(Duration.ofDays(1 + stage.random.nextInt(6))) : "not yet"),
                new Move("a month passes", 1, () -> stage.chance(10) ? live(Duration.ofDays(30)) : "not yet"),
                new Move("jobs run", 16, this::run),
                new Move("jobs run twice", 3, this::runTwice),
                new Move("recurring jobs run", 6, this::runRecurring),
                new Move("the channel changes its mood", 3, this::changeMood),
                new Move("refunds of a payment will end otherwise", 2, this::endRefunds),
                new Move("the authority comes or goes", 1, this::comeOrGo),
                new Move("the authority returns the next picture", 1, this::returnNext),
                new Move("the authority concludes", 3, this::conclude));
    }

    private String pass(Duration by) {
        stage.clock.advance(by);
        return stage.clock.instant().toString();
    }

    /** Lets this much time pass with the server at work. */
    String live(Duration by) {
        Duration left = by;
        while (left.isPositive()) {
            Duration stride = left.compareTo(STRIDE) < 0 ? left : STRIDE;
            stage.clock.advance(stride);
            left = left.minus(stride);
            jobs.runDue();
            runRecurring();
        }
        jobs.runDue();
        return stage.clock.instant().toString();
    }

    private String run() {
        jobs.runDue();
        return "done";
    }

    /** A job whose first run fails because somebody is away is left to its retry. */
    private String runTwice() {
        try {
            return jobs.runDueTwice().toString();
        } catch (RuntimeException e) {
            if (channel.mood() == Mood.TALKING && !authority.isAway() && !isTooSoon(e)) {
                throw e;
            }
            return "somebody is away, or wants to be asked later";
        }
    }

    /** After a silence, the channel may get a refund less than a minute before the next of the same payment is due. */
    private static boolean isTooSoon(RuntimeException e) {
        return e.getMessage() != null && e.getMessage().contains("a minute apart");
    }

    String runRecurring() {
        jobs.recurringTypes().forEach(jobs::runRecurring);
        return "done";
    }

    private String changeMood() {
        channel.is(stage.chance(60) ? Mood.TALKING : stage.any(List.of(Mood.values())));
        return channel.mood().name();
    }

    private String endRefunds() {
        String outcome = stage.any(List.of("SUCCESS", "CLOSED", "ABNORMAL"));
        return stage.anyOf("SELECT prepay_no FROM sandbox_payment ORDER BY id")
                .map(no -> no + " " + outcome + " "
                        + stage.http
                                .post("/sandbox/payments/" + no + "/refund-outcomes", Map.of("outcome", outcome))
                                .expect(204)
                                .status())
                .orElse("none");
    }

    private String comeOrGo() {
        authority.isAway(stage.chance(40));
        return authority.isAway() ? "away" : "there";
    }

    private String returnNext() {
        authority.post("/returns", Map.of("reason", "背景不均匀"));
        return "noted";
    }

    private String conclude() {
        String label = stage.any(List.of("同一人", "可能同一人", "可能非同一人", "非同一人"));
        authority.conclude(label);
        return label;
    }
}
