package org.tucai.bench.server;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tucai.bench.figure.TextTable;

/** The measurements of the load as the tables of docs/performance.md. */
final class LoadTables {
    private static final double UPLOADS_OF_FLOOR = 0.40;
    private static final double UPLOADS_OF_INSPECTOR = 0.85;
    private static final double READS_P99_MILLIS = 25;

    private final Map<HttpLoad.Part, Stage.Result> results;
    private final List<Double> inspectorAlone;
    private final int cores;

    /** @param inspectorAlone pictures per second, before and after the inspected uploads; empty when that part did not run */
    LoadTables(Map<HttpLoad.Part, Stage.Result> results, List<Double> inspectorAlone, int cores) {
        this.results = results;
        this.inspectorAlone = inspectorAlone;
        this.cores = cores;
    }

    void print(PrintWriter out) {
        requests().print(out, "Requests, on " + (cores == 1 ? "one core" : cores + " cores") + " that the load shares");
        processors().print(out, "Cores kept busy; what is missing waited or was taken by others");
        aims().print(out, "Aims");
        out.flush();
    }

    private TextTable requests() {
        TextTable table = new TextTable("requests", "a second", "p50, ms", "p99, ms", "errors");
        results.forEach((part, result) -> result.kinds()
                .forEach((kind, k) -> table.row(
                        part.title + ": " + kind,
                        TextTable.number(k.perSecond(), 1),
                        TextTable.number(k.p50Millis(), 1),
                        TextTable.number(k.p99Millis(), 1),
                        Stage.errors(k.errors()))));
        return table;
    }

    private TextTable processors() {
        TextTable table = new TextTable(
                "part", "server", "database", "load", "of " + cores, "server, ms a request", "database, ms a request");
        results.forEach((part, result) -> {
            Processors.Spent busy = result.busy();
            table.row(
                    part.title,
                    TextTable.number(busy.server(), 2),
                    TextTable.number(busy.database(), 2),
                    TextTable.number(busy.load(), 2),
                    TextTable.number(busy.server() + busy.database() + busy.load(), 2),
                    TextTable.number(1000 * busy.server() / result.perSecond(), 2),
                    TextTable.number(1000 * busy.database() / result.perSecond(), 2));
        });
        return table;
    }

    private TextTable aims() {
        double floor = perSecond(HttpLoad.Part.FLOOR);
        double plain = perSecond(HttpLoad.Part.UPLOADS);
        double inspected = perSecond(HttpLoad.Part.INSPECTED);
        double alone = inspectorAlone.stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(Double.NaN);
        double reads = slowest(HttpLoad.Part.PACED);
        return new TextTable("figure", "measured", "aim")
                .row("floor: 300 KB written with fsync, a second", TextTable.number(floor, 0), "about 1200")
                .row("inspector alone before and after, pictures a second", each(inspectorAlone), "–")
                .row(
                        "uploads not inspected, % of the floor",
                        TextTable.percent(plain / floor), "≥ " + TextTable.percent(UPLOADS_OF_FLOOR))
                .row(
                        "uploads inspected, % of the inspector alone, mean of both",
                        TextTable.percent(inspected / alone), "≥ " + TextTable.percent(UPLOADS_OF_INSPECTOR))
                .row(
                        "screens, slowest p99, ms",
                        TextTable.number(reads, 1),
                        "≤ " + TextTable.number(READS_P99_MILLIS, 0));
    }

    private static String each(List<Double> numbers) {
        return numbers.stream().map(n -> TextTable.number(n, 1)).collect(Collectors.joining(", "));
    }

    private double perSecond(HttpLoad.Part part) {
        Stage.Result result = results.get(part);
        return result == null ? Double.NaN : result.perSecond();
    }

    private double slowest(HttpLoad.Part part) {
        Stage.Result result = results.get(part);
        return result == null
                ? Double.NaN
                : result.kinds().values().stream()
                        .mapToDouble(Stage.Kind::p99Millis)
                        .max()
                        .orElse(Double.NaN);
    }
}
