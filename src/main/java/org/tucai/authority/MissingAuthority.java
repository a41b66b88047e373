package org.tucai.authority;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
        boolean isFetched = keys == null && settings.isSandbox();
        if (!isFetched && !holdsKeys(keys)) {
            missing.add("No readable tucai.authority.keys-file" + (keys == null ? "" : " (" + keys + " is no JWK set)")
                    + ": packages wait, and the authority's messages are refused (503 authority-keys-missing)");
        }
        return missing;
    }

    /** Read as it will be: a file of another form is found out now, not when the first package waits. */
    private static boolean holdsKeys(@Nullable Path file) {
        try {
            return file != null && !KeySets.parse(Files.readString(file)).isEmpty();
        } catch (IOException | ParseException e) {
            return false;
        }
    }
}
