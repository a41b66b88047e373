package org.tucai.journey.random;

import static org.tucai.journey.random.StudentMoves.said;
import static org.tucai.journey.random.UnitMoves.ADMIN;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.tucai.platform.job.DueJobs;
import org.tucai.platform.time.ChinaTime;
import org.tucai.testing.Http;

/** A manager changes terms of campaigns while students are in the middle of them. */
@Singleton
class TermMoves {
    private final Stage stage;
    private final DueJobs jobs;

    TermMoves(Stage stage, DueJobs jobs) {
        this.stage = stage;
        this.jobs = jobs;
    }

    List<Move> all() {
        return List.of(new Move("change the terms", 4, this::change));
    }

    private String change() {
        String path = ADMIN + "campaigns/" + stage.any(stage.campaigns).no();
        Http.Reply read = stage.manager.get(path).expect(200);
        Map<String, Object> terms = read.at("terms");
        String what = stage.any(List.of(
                "fee",
                "payWhen",
                "onRejection",
                "printsOffered",
                "triesAllowed",
                "alreadyCaptured",
                "fourEyes",
                "proofreadingSilence",
                "disputeDays",
                "closesAt",
                "makeUp"));
        set(terms, what);
        Http.Reply reply = stage.manager.put(path + "/terms", terms, read.header("ETag"));
        jobs.runDue(); // a job applies the change to orders
        return terms.get("featureCode") + " " + what + " " + terms.get(what) + " " + said(reply);
    }

    private void set(Map<String, Object> terms, String what) {
        switch (what) {
            case "fee" -> terms.put(what, Map.of("minor", stage.any(List.of(0, 1500, 2000)), "currency", "CNY"));
            case "payWhen" -> terms.put(what, stage.any(List.of("BEFORE_SHOOTING", "AFTER_SHOOTING")));
            case "onRejection" -> terms.put(what, stage.any(List.of("REFUND", "FREE_RETAKE")));
            case "printsOffered", "fourEyes" -> terms.put(what, stage.chance(50));
            case "triesAllowed" -> terms.put(what, 1 + stage.random.nextInt(5));
            case "alreadyCaptured" -> terms.put(what, stage.any(List.of("FORBIDDEN", "ALLOWED", "REQUIRED")));
            case "proofreadingSilence" ->
                terms.put(what, stage.any(List.of("COUNTS_AS_CORRECT", "STAYS_OPEN", "ASK_AGAIN")));
            case "disputeDays" -> terms.put(what, stage.random.nextInt(31));
            case "closesAt" ->
                terms.put(what, moved(terms, what, stage.random.nextInt(30) - 8).toString());
            default -> makeUp(terms);
        }
    }

    private static OffsetDateTime moved(Map<String, Object> terms, String what, int days) {
        return OffsetDateTime.parse((String) terms.get(what)).plusDays(days);
    }

    /** Adds a make-up window after the first one or after now, or removes it. */
    private void makeUp(Map<String, Object> terms) {
        if (stage.chance(30)) {
            terms.remove("makeUpOpensAt");
            terms.remove("makeUpClosesAt");
            return;
        }
        OffsetDateTime end = moved(terms, "closesAt", 0);
        OffsetDateTime now = ChinaTime.offset(stage.clock.instant());
        OffsetDateTime from = (end.isAfter(now) ? end : now).plus(Duration.ofDays(stage.random.nextInt(5)));
        terms.put("makeUpOpensAt", from.toString());
        terms.put("makeUpClosesAt", from.plusDays(1 + stage.random.nextInt(15)).toString());
    }
}
