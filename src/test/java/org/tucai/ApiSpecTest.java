package org.tucai;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tucai.apispec.ApiDescription;
import org.tucai.apispec.SourceWords;
import org.tucai.platform.problem.Problem;
import org.tucai.platform.state.Status;

/**
 * Checks api-spec/ against the code. {@code ./mvnw test -Dtest=ApiSpecTest -Dspec.update} writes the files; all other runs compare them.
 */
class ApiSpecTest {
    private static final boolean UPDATE = System.getProperty("spec.update") != null;
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.tucai");

    @Test
    void theCommittedDescriptionMatchesTheCode() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target/classes/META-INF/swagger"))) {
            Path processed =
                    files.filter(f -> f.toString().endsWith(".yml")).findFirst().orElseThrow();
            List<Problem> problems = enums(Problem.class).stream()
                    .flatMap(e -> Stream.of(e.getEnumConstants()))
                    .map(Problem.class::cast)
                    .toList();
            holds("openapi.yaml", ApiDescription.write(Files.readString(processed), CLASSES, problems));
        }
    }

    @Test
    void everyProblemIsWrittenDown() throws IOException {
        StringBuilder text = new StringBuilder(
                "# Problems\n\nEvery answer of 400 and above is `application/problem+json` (RFC 9457);"
                        + " clients switch on `code`, people read `detail`.\n");
        for (Class<?> type : enums(Problem.class)) {
            text.append("\n## ")
                    .append(feature(type))
                    .append("\n\n| code | status | 中文 | English |\n|---|---|---|---|\n");
            for (Object constant : type.getEnumConstants()) {
                Problem p = (Problem) constant;
                text.append("| <a id=\"")
                        .append(p.code())
                        .append("\"></a>`")
                        .append(p.code())
                        .append("` | ")
                        .append(p.status())
                        .append(" | **")
                        .append(p.answer().titleZh())
                        .append("** ")
                        .append(p.answer().detailZh())
                        .append(" | **")
                        .append(p.answer().titleEn())
                        .append("** ")
                        .append(p.answer().detailEn().replace("''", "'"))
                        .append(" |\n");
            }
        }
        holds("problems.md", text.toString());
    }

    /** A number put into such a text can be 1. */
    @Test
    void noProblemCountsOneThingAsMany() {
        for (Class<?> type : enums(Problem.class)) {
            for (Object constant : type.getEnumConstants()) {
                assertThat(((Problem) constant).answer().detailEn())
                        .as(constant.toString())
                        .doesNotContainPattern("\\{\\d} (second|minute|hour|day|time|photo|tr(y|ie)|character)s\\b");
            }
        }
    }

    @Test
    void everyStateAndEdgeIsWrittenDown() throws IOException {
        SourceWords words = SourceWords.read(Path.of("src/main/java"));
        StringBuilder text = new StringBuilder("# States\n\nEvery status moves along these edges and no others.\n");
        for (Class<?> type : statuses()) {
            text.append("\n## ")
                    .append(feature(type))
                    .append('.')
                    .append(type.getSimpleName())
                    .append("\n\n```mermaid\nstateDiagram-v2\n");
            for (Object from : type.getEnumConstants()) {
                Collection<?> to = ((Status<?>) from).next();
                text.append("    ").append(from).append('\n');
                to.stream()
                        .map(Object::toString)
                        .sorted()
                        .forEach(t -> text.append("    ")
                                .append(from)
                                .append(" --> ")
                                .append(t)
                                .append('\n'));
            }
            text.append("```\n").append(words.list(type)).append('\n');
        }
        holds("states.md", text.toString());
    }

    private static void holds(String file, String built) throws IOException {
        Path written = Path.of("api-spec", file);
        if (UPDATE) {
            Files.writeString(written, built);
        }
        assertThat(built)
                .as("api-spec/%s; write it anew with ./mvnw test -Dtest=ApiSpecTest -Dspec.update", file)
                .isEqualTo(Files.readString(written));
    }

    private static List<Class<?>> enums(Class<?> kind) {
        return CLASSES.stream()
                .filter(c -> c.isEnum() && c.isAssignableTo(kind))
                .map(ApiSpecTest::load)
                .sorted(Comparator.comparing(Class::getName))
                .collect(Collectors.toList());
    }

    private static List<Class<?>> statuses() {
        List<Class<?>> statuses = enums(Status.class);
        statuses.sort(Comparator.comparing(Class::getSimpleName));
        return statuses;
    }

    private static Class<?> load(JavaClass c) {
        try {
            return Class.forName(c.getName());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String feature(Class<?> type) {
        return type.getPackageName().replace("org.tucai.", "");
    }
}
