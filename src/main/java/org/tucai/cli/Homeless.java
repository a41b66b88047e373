package org.tucai.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Properties;

/**
 * A user without a home to write to: a service's, or one that is a number alone in a container. JavaCPP would unpack the native libraries
 * to a folder among the temporary files that anybody could have filled with their own, and to one called {@code ?} where the user has no
 * name; OpenCV takes what follows a question mark in a file's name for parameters. So they go to a folder that is this user's alone.
 */
public final class Homeless {
    private static final String HOME = "user.home";
    private static final String UNPACKED = "org.bytedeco.javacpp.cachedir";

    /** What Java calls the home of a user without a name. */
    private static final String UNKNOWN = "?";

    private Homeless() {}

    /** Before anything native is used. */
    public static void settle() {
        settle(System.getProperties());
    }

    static void settle(Properties system) {
        String home = system.getProperty(HOME, UNKNOWN);
        if (system.containsKey(UNPACKED) || canUnpackTo(home)) {
            return;
        }
        try {
            Path own = ownFolder(Path.of(system.getProperty("java.io.tmpdir")));
            system.setProperty(UNPACKED, own.resolve("natives").toString());
            if (home.equals(UNKNOWN)) {
                system.setProperty(HOME, own.toString());
            }
        } catch (IOException | UnsupportedOperationException e) {
            // without any folder to write to, JavaCPP says what it lacks
        }
    }

    private static boolean canUnpackTo(String home) {
        return !home.equals(UNKNOWN)
                && (Files.isWritable(Path.of(home)) || Files.isWritable(Path.of(home, ".javacpp", "cache")));
    }

    /** The same one each time, unless somebody else has made it, or can write to it. */
    private static Path ownFolder(Path temporary) throws IOException {
        Path mine = Files.createTempFile(temporary, "tucai", null);
        try {
            Path folder = temporary.resolve("tucai-" + Files.getAttribute(mine, "unix:uid"));
            try {
                return Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } catch (FileAlreadyExistsException e) {
                return isOwn(folder, Files.getOwner(mine)) ? folder : Files.createTempDirectory(temporary, "tucai-");
            }
        } finally {
            Files.delete(mine);
        }
    }

    private static boolean isOwn(Path folder, UserPrincipal user) throws IOException {
        PosixFileAttributes found = Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return found.isDirectory()
                && found.owner().equals(user)
                && !found.permissions().contains(PosixFilePermission.GROUP_WRITE)
                && !found.permissions().contains(PosixFilePermission.OTHERS_WRITE);
    }
}
