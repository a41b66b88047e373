package org.tucai.bench.labelled;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.tucai.portrait.Profile;
import org.tucai.portrait.Profiles;

/** Profiles for measuring. */
public final class BenchProfiles {
    private BenchProfiles() {}

    /** A profile with every rule: those that the original leaves out are soft. */
    public static Profile everythingAsked(String id) throws IOException {
        String file = "/portrait/profile/" + id + ".properties";
        try (InputStream in = Profiles.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("no profile " + id);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Profile.read(
                    file.substring(1),
                    new StringReader(text.replaceAll("(?m)^(rule\\.[a-z-]+\\s*=\\s*)off\\s*$", "$1soft")));
        }
    }
}
