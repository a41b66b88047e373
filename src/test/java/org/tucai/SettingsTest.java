package org.tucai;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import io.micronaut.core.naming.NameUtils;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Checks the table of settings in README.md against the settings in the code. */
class SettingsTest {
    private static final Pattern NAME = Pattern.compile("`(tucai\\.[a-z.-]+|\\.[a-z-]+)`");
    private static final List<String> TYPED =
            List.of("org.tucai.account.AccountSettings", "org.tucai.platform.security.SecuritySettings");

    @Test
    void everySettingIsListedInTheReadme() throws Exception {
        Set<String> there = new TreeSet<>(inTheFile());
        for (String type : TYPED) {
            there.addAll(of(Class.forName(type)));
        }

        assertThat(inTheTable()).isEqualTo(there);
    }

    private static Set<String> inTheFile() throws IOException {
        try (InputStream file = Files.newInputStream(Path.of("src/main/resources/application.yml"))) {
            Set<String> names = new TreeSet<>(
                    new YamlPropertySourceLoader().read("application", file).keySet());
            names.removeIf(name -> !name.startsWith("tucai."));
            return names;
        }
    }

    private static Set<String> of(Class<?> settings) {
        String prefix = settings.getAnnotation(ConfigurationProperties.class).value();
        Set<String> names = new TreeSet<>();
        for (Method getter : settings.getDeclaredMethods()) {
            names.add(prefix + "." + NameUtils.hyphenate(getter.getName().substring("get".length())));
        }
        return names;
    }

    /** A name that begins with a dot replaces the last part of the name before it. */
    private static Set<String> inTheTable() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("README.md"))) {
            if (line.startsWith("|")) {
                String last = "";
                for (MatchResult found : NAME.matcher(line).results().toList()) {
                    String name = found.group(1);
                    last = name.startsWith(".") ? last.substring(0, last.lastIndexOf('.')) + name : name;
                    names.add(last);
                }
            }
        }
        return names;
    }
}
