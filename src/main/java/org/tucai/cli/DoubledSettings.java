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
 * Settings that a file makes twice. The framework takes the last, and of a group that stands twice nothing of the first: what somebody
 * reads at the top of the file would not hold, in silence.
 */
final class DoubledSettings {
    private final Path file;

    /** The lines of those met so far, by the name as the framework reads it. */
    private final Map<String, Integer> settings = new HashMap<>();

    private DoubledSettings(Path file) {
        this.file = file;
    }

    /**
     * @param file YAML that the framework has read
     * @throws StartRefused when a setting stands in it twice, or a group of them
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

    /** @param before what the names of the group begin with */
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
            throw new StartRefused("The settings file " + file.toAbsolutePath() + " names " + name + " twice, in line "
                    + first + " and in line " + second + "; leave one.");
        }
    }
}
