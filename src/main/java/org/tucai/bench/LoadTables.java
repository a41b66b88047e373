package org.tucai.bench;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What the load measured, as the tables of docs/performance.md. */
final class LoadTables {
    private static final double UPLOADS_OF_FLOOR = 0.40;
    private static final double UPLOADS_OF_INSPECTOR = 0.85;
    private static final double READS_P99_MILLIS = 25;

    private final Map<String, Stage.Result> results;
    private final Map<String, Processors.Spent> busy;
    private final double inspectorAlone;
    private final int cores;

    LoadTables(
            Map<String, Stage.Result> results, Map<String, Processors.Spent> busy, double inspectorAlone, int cores) {
        this.results = results;
        this.busy = busy;
        this.inspectorAlone = inspectorAlone;
        this.cores = cores;
    }

    void print(PrintWriter out) {
        requests().print(out, "Requests, on " + cores + " cores that the load shares");
        processors().print(out, "Cores kept busy; what is missing waited or was taken by others");
        aims().print(out, "Aims");
        out.flush();
    }

    private TextTable requests() {
        TextTable table = new TextTable("requests", "a second", "p50, ms", "p99, ms", "errors");
        results.forEach((part, result) -> result.kinds()
                .forEach((kind, k) -> table.row(
                        part + ": " + kind,
                        TextTable.number(k.perSecond(), 1),
                        TextTable.number(k.p50Millis(), 1),
                        TextTable.number(k.p99Millis(), 1),
                        Stage.errors(k.errors()))));
        return table;
    }

    private TextTable processors() {
        TextTable table = new TextTable("part", "server", "database", "load", "of " + cores);
        busy.forEach((part, b) -> table.row(
                part,
                TextTable.number(b.server(), 2),
                TextTable.number(b.database(), 2),
                TextTable.number(b.load(), 2),
                TextTable.number(b.server() + b.database() + b.load(), 2)));
        return table;
    }

    private TextTable aims() {
        double floor = perSecond("floor");
        double plain = perSecond("uploads, not inspected");
        double inspected = perSecond("uploads, inspected");
        double reads = slowest("screens, 5 a second each");
        return new TextTable("figure", "measured", "aim")
                .row("floor: 300 KB written with fsync, a second", TextTable.number(floor, 0), "about 1200")
                .row("inspector alone, pictures a second", TextTable.number(inspectorAlone, 1), "–")
                .row(
                        "uploads not inspected, % of the floor",
                        TextTable.percent(plain / floor), "≥ " + TextTable.percent(UPLOADS_OF_FLOOR))
                .row(
                        "uploads inspected, % of the inspector alone",
                        TextTable.percent(inspected / inspectorAlone), "≥ " + TextTable.percent(UPLOADS_OF_INSPECTOR))
                .row(
                        "screens, slowest p99, ms",
                        TextTable.number(reads, 1),
                        "≤ " + TextTable.number(READS_P99_MILLIS, 0));
    }

    private double perSecond(String part) {
        return kinds(part).mapToDouble(Stage.Kind::perSecond).sum();
    }

    private double slowest(String part) {
        return kinds(part).mapToDouble(Stage.Kind::p99Millis).max().orElse(Double.NaN);
    }

    private Stream<Stage.Kind> kinds(String part) {
        return Objects.requireNonNull(results.get(part), part).kinds().values().stream();
    }
}
