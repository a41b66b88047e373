package org.tucai.platform.db;

import java.nio.file.Path;

/** Data folders of their own for tests of other packages. */
public final class DataFolders {
    private DataFolders() {}

    public static DataFolder in(Path path) {
        return new DataFolder(path);
    }
}
