package org.tucai.bench.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The figures of docs/performance.md. */
class LoadTablesTest {
    private final Map<HttpLoad.Part, Stage.Result> results = new EnumMap<>(HttpLoad.Part.class);

    private void measured(HttpLoad.Part part, double busy, Map<String, Stage.Kind> kinds) {
        results.put(part, new Stage.Result(kinds, new Processors.Spent(busy, busy / 2, busy / 4)));
    }

    private static Stage.Kind kind(double perSecond, double p99Millis) {
        return new Stage.Kind(perSecond, 1, p99Millis, Map.of());
    }

    private List<String> lines(List<Double> inspectorAlone) {
        StringWriter out = new StringWriter();
        new LoadTables(results, inspectorAlone, 2).print(new PrintWriter(out));
        return out.toString().lines().map(line -> line.replaceAll(" +", " ")).toList();
    }

    @Test
    void compareUploadsWithTheFloorAndWithTheInspectorBeforeAndAfterThem() {
        measured(HttpLoad.Part.FLOOR, 0.5, Map.of("write 300 KB", kind(1000, 9)));
        measured(HttpLoad.Part.UPLOADS, 0.5, Map.of("upload", kind(450, 9)));
        measured(HttpLoad.Part.INSPECTED, 0.5, Map.of("upload", kind(36, 9)));
        measured(HttpLoad.Part.SCREENS, 0.5, Map.of("home", kind(900, 99)));
        measured(HttpLoad.Part.PACED, 0.5, Map.of("home", kind(150, 11.5), "progress", kind(150, 12.5)));

        assertThat(lines(List.of(38.0, 42.0)))
                .contains("| floor: 300 KB written with fsync, a second | 1000 | about 1200 |")
                .contains("| inspector alone before and after, pictures a second | 38.0, 42.0 | – |")
                .contains("| uploads not inspected, % of the floor | 45.0 | ≥ 40.0 |")
                .contains("| uploads inspected, % of the inspector alone, mean of both | 90.0 | ≥ 85.0 |")
                .contains("| screens, slowest p99, ms | 12.5 | ≤ 25 |");
    }

    @Test
    void nameTheSpeedAndTheErrorsOfEachKindOfRequest() {
        measured(HttpLoad.Part.ALL, 0.5, Map.of("upload", new Stage.Kind(12.34, 5.67, 8.91, Map.of("503", 2))));

        assertThat(lines(List.of())).contains("| all at once: upload | 12.3 | 5.7 | 8.9 | 2 × 503 |");
    }

    @Test
    void shareTheProcessorTimeOutAmongAllRequestsOfAPart() {
        measured(HttpLoad.Part.PACED, 0.8, Map.of("home", kind(150, 1), "progress", kind(250, 1)));

        assertThat(lines(List.of())).contains("| screens, 5 a second each | 0.80 | 0.40 | 0.20 | 1.40 | 2.00 | 1.00 |");
    }

    @Test
    void showADashForWhatDidNotRun() {
        measured(HttpLoad.Part.UPLOADS, 0.5, Map.of("upload", kind(450, 9)));

        assertThat(lines(List.of()))
                .contains("| uploads not inspected, % of the floor | – | ≥ 40.0 |")
                .contains("| uploads inspected, % of the inspector alone, mean of both | – | ≥ 85.0 |")
                .contains("| screens, slowest p99, ms | – | ≤ 25 |");
    }
}
