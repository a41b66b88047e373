package org.tucai.cli;

import io.micronaut.core.naming.NameUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.db.StartRefused;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.reader.UnicodeReader;

/**
 * Refuses duplicate settings in a file. The framework takes the last one, and nothing of the first of two groups with the same name:
 * what stands at the top of the file would silently not apply.
 */
final class DoubledSettings {
    private final Path file;

    /** The lines of the settings seen so far, by the name as the framework reads it. */
    private final Map<String, Integer> settings = new HashMap<>();

    private DoubledSettings(Path file) {
        this.file = file;
    }

    /**
     * @param file YAML that the framework has read
     * @throws StartRefused when a setting or a group of settings stands in it twice
     */
    static void refuse(Path file) {
        DoubledSettings seen = new DoubledSettings(file);
        try (InputStream bytes = Files.newInputStream(file)) {
            for (Node document :
                    new Yaml(new SafeConstructor(new LoaderOptions())).composeAll(new UnicodeReader(bytes))) {
                if (document instanceof MappingNode group) {
                    seen.look(group, "");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param before the prefix of the group's names */
    private void look(MappingNode group, String before) {
        Map<String, Integer> here = new HashMap<>();
        for (NodeTuple entry : group.getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode key) {
                String name = before + key.getValue();
                int line = key.getStartMark().getLine() + 1;
                refuseSecond(name, here.put(key.getValue(), line), line);
                if (entry.getValueNode() instanceof MappingNode within) {
                    look(within, name + ".");
                } else {
                    refuseSecond(name, settings.put(NameUtils.hyphenate(name, true), line), line);
                }
            }
        }
    }

    private void refuseSecond(String name, @Nullable Integer first, int second) {
        if (first != null) {
            throw new StartRefused("The settings file " + file.toAbsolutePath() + " sets " + name + " twice, on lines "
                    + first + " and " + second + "; remove one of them.");
        }
    }
}
