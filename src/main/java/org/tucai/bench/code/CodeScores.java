package org.tucai.bench.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tucai.bench.figure.Latencies;

/** The results of one reader, by class of picture and in total. */
final class CodeScores {
    private final String reader;
    private final Map<String, Tally> classes = new TreeMap<>();
    private final Tally all = new Tally();
    private final List<String> missed = new ArrayList<>();
    private int stopped;

    CodeScores(String reader) {
        this.reader = reader;
    }

    void add(KnownCode code, Optional<String> text, long nanos) {
        Tally tally = classes.computeIfAbsent(code.kind(), kind -> new Tally());
        tally.add(code, text, nanos);
        all.add(code, text, nanos);
        if (text.isEmpty() && !code.text().isEmpty()) {
            missed.add(code.file());
        }
    }

    /** Records that the reader was stopped at this picture. */
    void gaveUp(KnownCode code, long nanos) {
        add(code, Optional.empty(), nanos);
        stopped++;
    }

    int wrong() {
        return all.wrong;
    }

    List<String> missed() {
        return missed;
    }

    /** "median … p95 … largest … ms", or that there are none. */
    String times() {
        if (all.nanos.isEmpty()) {
            return "none";
        }
        return String.format(
                Locale.ROOT, "median %.0f ms, p95 %.0f ms, largest %.0f ms", all.at(0.5), all.at(0.95), all.at(1));
    }

    /** A table with a line per class. */
    String byClass() {
        StringBuilder out = new StringBuilder(
                "| class | pictures | read % | wrong | median ms | p95 ms | largest ms |\n|---|---|---|---|---|---|---|\n");
        classes.forEach((kind, tally) -> out.append(tally.line(kind)));
        return out.append(all.line("all")).toString();
    }

    /** A table with a line per reader and a column per class. */
    static String side(CodeScores own, List<CodeScores> others) {
        StringBuilder out = new StringBuilder("| reader | all % |");
        own.classes.keySet().forEach(kind -> out.append(' ').append(kind).append(" |"));
        out.append(" wrong | stopped | median ms | p95 ms | largest ms |\n|")
                .append("---|".repeat(own.classes.size() + 7));
        out.append('\n').append(own.side());
        others.forEach(other -> out.append(other.side()));
        return out.toString();
    }

    private String side() {
        StringBuilder out = new StringBuilder("| " + reader + " | " + percent(all.share()) + " |");
        classes.values().forEach(tally -> out.append(String.format(Locale.ROOT, " %.0f |", 100 * tally.share())));
        return out.append(String.format(
                        Locale.ROOT,
                        " %d | %d | %.0f | %.0f | %.0f |%n",
                        all.wrong,
                        stopped,
                        all.at(0.5),
                        all.at(0.95),
                        all.at(1)))
                .toString();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }

    /** Counts and times of some pictures. */
    private static final class Tally {
        private final List<Long> nanos = new ArrayList<>();
        private int right;
        private int wrong;

        void add(KnownCode code, Optional<String> text, long took) {
            nanos.add(took);
            boolean same = text.orElse("").equals(code.text());
            right += same ? 1 : 0;
            wrong += !same && text.isPresent() ? 1 : 0;
        }

        double share() {
            return (double) right / nanos.size();
        }

        /** A percentile in milliseconds, by nearest rank; 0 when there are no times. */
        double at(double share) {
            long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
            return sorted.length == 0 ? 0 : Latencies.millisAt(sorted, share);
        }

        String line(String name) {
            return String.format(
                    Locale.ROOT,
                    "| %s | %d | %s | %d | %.0f | %.0f | %.0f |%n",
                    name,
                    nanos.size(),
                    percent(share()),
                    wrong,
                    at(0.5),
                    at(0.95),
                    at(1));
        }
    }
}
