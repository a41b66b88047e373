package org.tucai.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PatternTextsTest {
    private static final Path CLASSES = Path.of("target/classes");

    @Test
    void everyPatternOfARequestHasItsWordsInBothLanguages() throws IOException {
        List<Pattern> patterns = new ArrayList<>();
        for (Class<?> type : classes()) {
            Arrays.stream(type.getDeclaredMethods())
                    .flatMap(method -> Arrays.stream(method.getParameters()))
                    .forEach(parameter -> add(patterns, parameter, parameter.getAnnotatedType()));
            if (type.isRecord()) {
                Arrays.stream(type.getRecordComponents())
                        .forEach(part -> add(patterns, part.getAccessor(), part.getAnnotatedType()));
            }
        }

        assertThat(patterns).hasSizeGreaterThan(10);
        assertThat(patterns)
                .extracting(Pattern::regexp)
                .allSatisfy(form -> assertThat(PatternTexts.zh(form)).startsWith("须为"))
                .allSatisfy(form -> assertThat(PatternTexts.en(form)).startsWith("must be"));
    }

    @Test
    void anUnknownPatternGetsTheGeneralWords() {
        assertThat(PatternTexts.zh("[a-f]+")).isEqualTo("格式不正确");
        assertThat(PatternTexts.en("[a-f]+")).isEqualTo("has the wrong format");
    }

    /** Also patterns on the elements of a list. */
    private static void add(List<Pattern> found, AnnotatedElement at, AnnotatedType type) {
        Stream<AnnotatedElement> within = type instanceof AnnotatedParameterizedType list
                ? Arrays.stream(list.getAnnotatedActualTypeArguments())
                : Stream.empty();
        Stream.concat(Stream.of(at, type), within)
                .map(element -> element.getAnnotation(Pattern.class))
                .filter(pattern -> pattern != null && !found.contains(pattern))
                .forEach(found::add);
    }

    private static List<Class<?>> classes() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES.resolve("org/tucai"))) {
            List<Class<?>> found = new ArrayList<>();
            for (Path file : files.filter(PatternTextsTest::isOurs).toList()) {
                String name = CLASSES.relativize(file).toString().replace('/', '.');
                found.add(load(name.substring(0, name.length() - ".class".length())));
            }
            return found;
        }
    }

    /** Excludes classes that the framework generates. */
    private static boolean isOurs(Path file) {
        String name = file.getFileName().toString();
        return name.matches("[A-Z]\\w*(\\$[A-Z]\\w*)*\\.class");
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, PatternTextsTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
