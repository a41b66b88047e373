package org.tucai.cli.demo;

import java.util.List;
import java.util.Map;
import org.tucai.trial.Api;

/** Tells what the checks found in a photo. */
final class Judgement {
    private Judgement() {}

    static void tell(Story story, Api.Reply photo, long ms) {
        String meaning = switch (photo.string("verdict")) {
            case "PASS" -> "passes every check";
            case "REVIEW" -> "may be submitted; a reviewer decides what is left open";
            default -> "cannot be used";
        };
        story.fact("verdict", photo.string("verdict") + ": " + meaning);
        story.fact("judged", "in " + ms + " ms, in " + photo.string("mode") + " mode" + hint(photo.string("mode")));
        if (photo.at("checks") instanceof List<?> checks) {
            long passed = checks.stream().filter(c -> has(c, "PASS")).count();
            story.fact("checks", passed + " of " + checks.size() + " passed");
            story.facts("not assessed", names(checks, "NOT_ASSESSED"));
        }
        if (photo.at("complaints") instanceof List<?> complaints) {
            for (Object complaint : complaints) {
                if (complaint instanceof Map<?, ?> c) {
                    story.bad(String.valueOf(c.get("title")), String.valueOf(c.get("advice")));
                }
            }
        }
    }

    private static String hint(String mode) {
        return mode.equals("reduced") ? " (for full mode see ./tucai models)" : "";
    }

    private static List<String> names(List<?> checks, String outcome) {
        return checks.stream()
                .filter(c -> has(c, outcome))
                .map(c -> String.valueOf(((Map<?, ?>) c).get("rule")))
                .toList();
    }

    private static boolean has(Object check, String outcome) {
        return check instanceof Map<?, ?> m && outcome.equals(m.get("outcome"));
    }
}
