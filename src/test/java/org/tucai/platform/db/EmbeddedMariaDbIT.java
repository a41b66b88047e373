package org.tucai.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMariaDbIT {
    @TempDir
    private Path path;

    @Test
    void startsInAFolderWithABlankInItsName() throws IOException, SQLException {
        DataFolder folder = new DataFolder(path.resolve("tucai data").resolve("of 2026"));
        EmbeddedMariaDb database = new EmbeddedMariaDb(folder);

        EmbeddedMariaDb.Access access = database.start();
        try (Connection connection = DriverManager.getConnection(access.url(), access.user(), access.password())) {
            assertThat(connection.isValid(5)).isTrue();
            assertThat(Files.exists(folder.path().resolve("mariadb.new"))).isFalse();
        } finally {
            database.stop();
            folder.release();
        }
    }
}
