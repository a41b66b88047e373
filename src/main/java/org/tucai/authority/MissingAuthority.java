package org.tucai.authority;

import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tucai.platform.start.StartRemark;

/** Reports at the start which settings the line to the authority lacks. */
@Singleton
class MissingAuthority implements StartRemark {
    private final AuthoritySettings settings;

    MissingAuthority(AuthoritySettings settings) {
        this.settings = settings;
    }

    @Override
    public List<String> remarks() {
        List<String> missing = new ArrayList<>();
        if (settings.url().isEmpty()) {
            missing.add("No tucai.authority.url: packages wait");
        }
        Path keys = settings.keysFile();
        if (!settings.isSandbox() && (keys == null || !Files.isReadable(keys))) {
            missing.add(
                    "No readable tucai.authority.keys-file: packages wait, and the authority's messages are refused (503"
                            + " authority-keys-missing)");
        }
        return missing;
    }
}
