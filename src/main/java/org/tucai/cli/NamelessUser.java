package org.tucai.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * A user that is a number alone, as in many containers: Java calls its name and, without {@code HOME}, its home {@code ?}. JavaCPP
 * unpacks into folders called after both, and OpenCV takes what follows a question mark in a file's name for parameters.
 */
public final class NamelessUser {
    private static final String UNKNOWN = "?";
    private static final String NAME = "user.name";
    private static final String HOME = "user.home";

    private NamelessUser() {}

    /** Names the user by the number, and gives it a home among the temporary files. Before anything native is used. */
    public static void settle() {
        settle(System.getProperties(), number());
    }

    static void settle(Properties system, String number) {
        if (UNKNOWN.equals(system.getProperty(NAME))) {
            system.setProperty(NAME, number);
        }
        if (UNKNOWN.equals(system.getProperty(HOME))) {
            system.setProperty(
                    HOME,
                    Path.of(system.getProperty("java.io.tmpdir"), "tucai-" + number)
                            .toString());
        }
    }

    private static String number() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").toString();
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return "nobody";
        }
    }
}
