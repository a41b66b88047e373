package org.tucai.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tucai.platform.db.StartRefused;

class KeyRingTest {
    @TempDir
    private Path folder;

    /** The row as one database has it. */
    private static final class Row extends VaultCheck {
        private byte @Nullable [] sealed;

        Row() {
            super(new MysqlDataSource()); // never asked
        }

        @Override
        byte @Nullable [] sealed() {
            return sealed;
        }

        @Override
        void store(byte[] proof, Instant at) {
            sealed = proof;
        }

        @Override
        void renew(byte[] proof) {
            sealed = proof;
        }
    }

    private KeyRing start(VaultCheck database) {
        return new KeyRing(folder, database, InstantSource.system());
    }

    private Path file() {
        return folder.resolve("keys").resolve("tucai.keys");
    }

    @Test
    void refusesAnEmptyDatabaseForPicturesOfAnother() throws IOException {
        start(new Row());
        Path picture =
                Files.createDirectories(folder.resolve("blobs").resolve("a7")).resolve("a7".repeat(16));
        Files.writeString(picture, "sealed");
        Row empty = new Row();

        assertThatThrownBy(() -> start(empty))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("The database is empty but " + folder.resolve("blobs") + " holds pictures")
                .hasMessageContaining("TUCAI_DB_URL");

        assertThat(empty.sealed()).isNull();
        assertThat(picture).exists();
    }

    @Test
    void takesAnEmptyDatabaseWhereNoPictureIs() throws IOException {
        start(new Row());
        Files.createDirectories(folder.resolve("blobs").resolve("a7"));

        Row empty = new Row();
        start(empty);

        assertThat(empty.sealed()).isNotNull();
    }

    @Test
    void refusesAKeyFileThatWasCutShort() throws IOException {
        Row database = new Row();
        start(database);
        List<String> lines = Files.readAllLines(file());
        Files.write(file(), List.of(lines.get(0), lines.get(1).substring(0, 24)));

        assertThatThrownBy(() -> start(database))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("is damaged")
                .hasMessageContaining("backup");
    }

    @Test
    void refusesAKeyFileThatIsNotText() throws IOException {
        Row database = new Row();
        start(database);
        Files.write(file(), new byte[] {(byte) 0xC3, 0x28, 0});

        assertThatThrownBy(() -> start(database))
                .isInstanceOf(StartRefused.class)
                .hasMessage("The key file " + file() + " is damaged; put it back from your backup.");
    }

    @Test
    void saysThatAKeyFileCannotBeUsedByTheServer() throws IOException {
        Row database = new Row();
        start(database);
        Files.delete(file());
        Files.createDirectory(file());

        assertThatThrownBy(() -> start(database))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("The key file " + file() + " cannot be used (");
    }

    @Test
    void refusesAKeyFileWhoseSecondLineIsOfOtherData() throws IOException {
        Row database = new Row();
        start(database);
        List<String> lines = Files.readAllLines(file());
        Files.write(file(), List.of(lines.get(0), Base64.getEncoder().encodeToString(new byte[32])));

        assertThatThrownBy(() -> start(database))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("belongs to other data");
    }

    @Test
    void provesBothLinesFromTheFirstStartOnDataOfAnEarlierProgram() throws Exception {
        Row database = new Row();
        KeyRing ring = start(database);
        database.sealed = ring.aead()
                .encrypt("tucai".getBytes(StandardCharsets.UTF_8), "vault-check".getBytes(StandardCharsets.UTF_8));

        start(database);
        List<String> lines = Files.readAllLines(file());
        Files.write(file(), List.of(lines.get(0), Base64.getEncoder().encodeToString(new byte[32])));

        assertThatThrownBy(() -> start(database)).isInstanceOf(StartRefused.class);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void saysAtTheStartThatOthersCanReadTheKeyFile() throws IOException {
        Row database = new Row();
        assertThat(start(database).remarks()).isEmpty();
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(start(database).remarks())
                .containsExactly("The key file " + file() + " can be read by others than its owner: chmod 600 it");
    }

    @Test
    void givesTheSameSecretsAtEveryStart() {
        Row database = new Row();
        byte[] secret = start(database).secret("access-token");

        assertThat(start(database).secret("access-token")).isEqualTo(secret);
    }
}
