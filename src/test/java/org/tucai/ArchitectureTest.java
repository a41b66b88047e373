package org.tucai;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.filter.FilterContinuation;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Checks the code against the table of module edges in docs/architecture.md. */
class ArchitectureTest {
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z.0-9]+)` \\| ([^|]*) \\|.*$");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.tucai");

    @Test
    void modulesUseExactlyWhatTheTableSays() throws IOException {
        assertThat(usedEdges(ArchitectureTest::module)).isEqualTo(writtenEdges());
    }

    @Test
    void modulesUseEachOtherWithoutCycles() throws IOException {
        assertNoneReachesItself(writtenEdges());
    }

    @Test
    void benchesUseEachOtherWithoutCycles() {
        Map<String, Set<String>> edges =
                usedEdges(c -> c.getPackageName().startsWith("org.tucai.bench") ? c.getPackageName() : "");

        assertThat(edges).containsKeys("org.tucai.bench", "org.tucai.bench.figure");
        assertNoneReachesItself(edges);
    }

    @Test
    void leafModulesDoNotDependOnTheFramework() {
        Set<String> strangers = new TreeSet<>();
        for (JavaClass c : CLASSES) {
            String module = module(c);
            if (Set.of("portrait", "picture").contains(module)
                    || c.getPackageName().startsWith("org.tucai.capturecode.reading")) {
                c.getDirectDependenciesFromSelf().stream()
                        .map(d -> d.getTargetClass().getPackageName())
                        .filter(p ->
                                p.startsWith("io.micronaut") || p.startsWith("java.sql") || p.startsWith("jakarta"))
                        .forEach(p -> strangers.add(c.getName() + " → " + p));
            }
        }

        assertThat(strangers).isEmpty();
    }

    /** The event loop brings the rest of the request: a filter that waits for it there waits for ever, and with it all other clients. */
    @Test
    void filtersThatWaitForWhatFollowsAreNotOnTheEventLoop() {
        List<JavaMethod> waiting = CLASSES.stream()
                .flatMap(c -> c.getMethods().stream())
                .filter(m -> m.isAnnotatedWith(RequestFilter.class))
                .filter(m ->
                        m.getRawParameterTypes().stream().anyMatch(p -> p.isAssignableFrom(FilterContinuation.class)))
                .toList();

        assertThat(waiting).isNotEmpty().allMatch(m -> m.isAnnotatedWith(ExecuteOn.class));
    }

    @Test
    void onlyThePlatformReadsTheClock() {
        Set<String> readers = new TreeSet<>();
        for (JavaClass c : CLASSES) {
            boolean outside =
                    Set.of("platform.time", "cli", "bench", "portrait", "capturecode.reading", "sandbox").stream()
                            .noneMatch(p -> c.getPackageName().startsWith("org.tucai." + p));
            if (outside) {
                c.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getName().equals("now")
                                && call.getTargetOwner().getPackageName().equals("java.time")
                                && call.getTarget().getRawParameterTypes().isEmpty())
                        .forEach(call -> readers.add(c.getName()));
            }
        }

        assertThat(readers).isEmpty();
    }

    /** @param part the part a class belongs to; empty for none */
    private static Map<String, Set<String>> usedEdges(Function<JavaClass, String> part) {
        Map<String, Set<String>> edges = new TreeMap<>();
        for (JavaClass c : CLASSES) {
            String from = part.apply(c);
            if (!from.isEmpty()) {
                Set<String> to = edges.computeIfAbsent(from, m -> new TreeSet<>());
                for (Dependency d : c.getDirectDependenciesFromSelf()) {
                    String target = part.apply(d.getTargetClass());
                    if (!target.isEmpty() && !target.equals(from)) {
                        to.add(target);
                    }
                }
            }
        }
        return edges;
    }

    /** The first package below org.tucai; empty for anything else. */
    private static String module(JavaClass c) {
        String name = c.getPackageName();
        if (!name.startsWith("org.tucai.")) {
            return "";
        }
        String rest = name.substring("org.tucai.".length());
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }

    private static Map<String, Set<String>> writtenEdges() throws IOException {
        Map<String, Set<String>> edges = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("docs/architecture.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                edges.put(
                        row.group(1),
                        Arrays.stream(row.group(2).split(","))
                                .map(String::strip)
                                .filter(s -> !s.isEmpty() && !s.equals("—"))
                                .collect(Collectors.toCollection(TreeSet::new)));
            }
        }
        return edges;
    }

    private static void assertNoneReachesItself(Map<String, Set<String>> edges) {
        for (String part : edges.keySet()) {
            assertThat(reachable(part, edges)).as("what %s reaches", part).doesNotContain(part);
        }
    }

    private static Set<String> reachable(String part, Map<String, Set<String>> edges) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(edges.get(part));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (seen.add(next)) {
                open.addAll(edges.getOrDefault(next, Set.of()));
            }
        }
        return seen;
    }
}
