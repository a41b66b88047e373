package org.tucai.portrait;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The photo standards that come with the program. */
public final class Profiles {
    /** The standard of graduation pictures, 教毕指〔2017〕99号. */
    public static final String DEFAULT = "graduation-2017";

    private static final List<String> IDS = List.of(DEFAULT, "admission-2021", "icao-39794-5");

    private static final Map<String, Profile> LOADED = new ConcurrentHashMap<>();

    private Profiles() {}

    public static List<String> ids() {
        return IDS;
    }

    /**
     * The profile with this id.
     *
     * @throws IllegalArgumentException when there is none, or when its file cannot be used
     */
    public static Profile load(String id) {
        if (!IDS.contains(id)) {
            throw new IllegalArgumentException("no profile " + id + "; there are " + String.join(", ", IDS));
        }
        return LOADED.computeIfAbsent(id, Profiles::read);
    }

    private static Profile read(String id) {
        String file = "/portrait/profile/" + id + ".properties";
        try (InputStream in = Profiles.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its profile " + id);
            }
            Profile profile = Profile.read(file.substring(1), new InputStreamReader(in, StandardCharsets.UTF_8));
            if (!profile.id().equals(id)) { // reports would name another standard
                throw new IllegalArgumentException(
                        file.substring(1) + ": id: " + id + ", as the file is named, not " + profile.id());
            }
            return profile;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
