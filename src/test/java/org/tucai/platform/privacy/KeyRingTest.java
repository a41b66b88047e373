package org.tucai.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tucai.platform.db.StartRefused;

class KeyRingTest {
    private static final Instant TODAY = Instant.parse("2026-11-28T02:00:00Z");

    @TempDir
    private Path folder;

    private KeyRing start(VaultCheck database) {
        return new KeyRing(folder, database, InstantSource.fixed(TODAY), Algorithms.INTERNATIONAL);
    }

    private Path file() {
        return folder.resolve("keys").resolve("tucai.keys");
    }

    @Test
    void refusesAnEmptyDatabaseWherePicturesOfAnotherExist() throws IOException {
        start(new ProofRows());
        Path picture =
                Files.createDirectories(folder.resolve("blobs").resolve("a7")).resolve("a7".repeat(16));
        Files.writeString(picture, "sealed");
        ProofRows empty = new ProofRows();

        assertThatThrownBy(() -> start(empty))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("The database is empty but " + folder.resolve("blobs") + " holds pictures")
                .hasMessageContaining("TUCAI_DB_URL");

        assertThat(empty.proofs()).isEmpty();
        assertThat(picture).exists();
    }

    @Test
    void acceptsAnEmptyDatabaseWhereNoPicturesExist() throws IOException {
        start(new ProofRows());
        Files.createDirectories(folder.resolve("blobs").resolve("a7"));

        ProofRows empty = new ProofRows();
        start(empty);

        assertThat(empty.proofs()).hasSize(1);
    }

    /** Otherwise one table would tell whose rows another one holds. */
    @Test
    void equalTextsOfTwoKindsHaveDifferentIndexes() {
        Vault vault = new Vault(start(new ProofRows()));
        String phone = vault.blindIndex("13812345678", "phone");

        assertThat(vault.blindIndex("13812345678", "login_try")).isNotEqualTo(phone);
        assertThat(vault.blindIndex("13812345678", "phone")).isEqualTo(phone);
    }

    @Test
    void refusesAKeyFileThatWasCutShort() throws IOException {
        ProofRows database = new ProofRows();
        start(database);
        List<String> lines = Files.readAllLines(file());
        Files.write(file(), List.of(lines.get(0), lines.get(1).substring(0, 24)));

        assertThatThrownBy(() -> start(database))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("is damaged")
                .hasMessageContaining("backup");
    }

    @Test
    void toleratesBlankLinesInTheKeyFile() throws IOException {
        ProofRows database = new ProofRows();
        byte[] secret = start(database).secret("access-token");
        Files.writeString(file(), Files.readString(file()) + "\n \n");

        assertThat(start(database).secret("access-token")).isEqualTo(secret);
    }

    @Test
    void refusesAKeyFileThatIsNotText() throws IOException {
        ProofRows database = new ProofRows();
        start(database);
        Files.write(file(), new byte[] {(byte) 0xC3, 0x28, 0});

        assertThatThrownBy(() -> start(database))
                .isInstanceOf(StartRefused.class)
                .hasMessage("The key file " + file() + " is damaged; restore it from your backup.");
    }

    @Test
    void saysThatAKeyFileCannotBeUsedByTheServer() throws IOException {
        ProofRows database = new ProofRows();
        start(database);
        Files.delete(file());
        Files.createDirectory(file());

        assertThatThrownBy(() -> start(database))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("The key file " + file() + " cannot be used (");
    }

    @Test
    void refusesAKeyFileWhoseSecondLineBelongsToOtherData() throws IOException {
        ProofRows database = new ProofRows();
        start(database);
        List<String> lines = Files.readAllLines(file());
        Files.write(file(), List.of(lines.get(0), Base64.getEncoder().encodeToString(new byte[32])));

        assertThatThrownBy(() -> start(database))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("belongs to other data");
    }

    @Test
    void checksBothLinesOnceStartedOnDataOfAnEarlierVersion() throws Exception {
        ProofRows database = new ProofRows();
        KeyRing ring = start(database);
        database.renew(ring.aead()
                .encrypt("tucai".getBytes(StandardCharsets.UTF_8), "vault-check".getBytes(StandardCharsets.UTF_8)));

        start(database);
        List<String> lines = Files.readAllLines(file());
        Files.write(file(), List.of(lines.get(0), Base64.getEncoder().encodeToString(new byte[32])));

        assertThatThrownBy(() -> start(database)).isInstanceOf(StartRefused.class);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void saysAtTheStartThatOthersCanReadTheKeyFile() throws IOException {
        ProofRows database = new ProofRows();
        assertThat(start(database).remarks()).isEmpty();
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(start(database).remarks())
                .containsExactly(
                        "The key file " + file() + " can be read by users other than its owner: run chmod 600 on it");
    }

    @Test
    void givesTheSameSecretsAtEveryStart() {
        ProofRows database = new ProofRows();
        byte[] secret = start(database).secret("access-token");

        assertThat(start(database).secret("access-token")).isEqualTo(secret);
    }

    @Test
    void dataSealedAndIndexedBeforeAKeyExchangeIsReadableAfterIt() {
        ProofRows database = new ProofRows();
        KeyRing ring = start(database);
        Vault before = new Vault(ring);
        String sealed = before.sealText("13812345678", "account.phone");
        String index = before.blindIndex("13812345678", "account.phone");

        assertThat(ring.exchange()).isEqualTo(2);
        Vault after = new Vault(start(database));

        assertThat(after.openText(sealed, "account.phone")).isEqualTo("13812345678");
        assertThat(after.blindIndex("13812345678", "account.phone")).isEqualTo(index);
    }

    @Test
    void dataSealedAfterAKeyExchangeDoesNotOpenWithTheEarlierKeys() {
        ProofRows database = new ProofRows();
        KeyRing before = start(database);
        before.exchange();

        String sealed = new Vault(start(database)).sealText("13812345678", "account.phone");

        Vault earlier = new Vault(before);
        assertThatThrownBy(() -> earlier.openText(sealed, "account.phone")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aKeyExchangeChangesTheSigningSecret() {
        ProofRows database = new ProofRows();
        KeyRing before = start(database);
        byte[] signing = before.secret("access-token");
        before.exchange();

        KeyRing after = start(database);

        assertThat(after.secret("access-token")).isNotEqualTo(signing);
        assertThat(after.secret("access-token", 1, Algorithms.INTERNATIONAL)).isEqualTo(signing);
    }

    @Test
    void aCopyOfTheKeyFileFromBeforeAnExchangeIsRefused() throws IOException {
        ProofRows database = new ProofRows();
        KeyRing ring = start(database);
        byte[] copy = Files.readAllBytes(file());
        ring.exchange();
        start(database).exchange();
        Files.write(file(), copy);

        assertThatThrownBy(() -> start(database))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(
                        "is older than the data: generation 2 of its keys, made on 2026-11-28, is not in it");
    }

    @Test
    void aKeyFileExchangedForAnotherDatabaseIsRefused() throws IOException {
        ProofRows database = new ProofRows();
        KeyRing ring = start(database);
        byte[] copy = Files.readAllBytes(file());
        ring.exchange();
        Files.write(file(), copy);
        start(new ProofRows()).exchange(); // with another database

        assertThatThrownBy(() -> start(database))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("older than the data");
    }

    @Test
    void aKeyExchangeKilledAfterTheFileWasWrittenIsCompleted() throws IOException {
        ProofRows database = new ProofRows();
        KeyRing ring = start(database);
        ProofRows killed = new ProofRows();
        killed.addAll(database.proofs());
        ring.exchange();

        start(killed);

        assertThat(killed.proofs()).hasSize(2);
        start(killed);
    }

    @Test
    void aKeyExchangeKilledBeforeTheFileWasReplacedLeavesNoDraftBehind() throws IOException {
        ProofRows database = new ProofRows();
        start(database);
        Path draft = file().resolveSibling("tucai.keys.new");
        Files.writeString(draft, "half of it");

        start(database);

        assertThat(draft).doesNotExist();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aKilledKeyExchangeLeavesNoDraftBehindWhereTheKeyFileIsALink() throws IOException {
        ProofRows database = new ProofRows();
        start(database);
        Path elsewhere = Files.createDirectory(folder.resolve("safe")).resolve("tucai.keys");
        Files.move(file(), elsewhere);
        Files.createSymbolicLink(file(), elsewhere);
        Path draft = elsewhere.resolveSibling("tucai.keys.new");
        Files.writeString(draft, "half of it");

        start(database);

        assertThat(draft).doesNotExist();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aRenewedKeyFileIsReadableByItsOwnerOnlyAndStaysWhereTheLinkPoints() throws IOException {
        ProofRows database = new ProofRows();
        start(database);
        Path elsewhere = Files.createDirectory(folder.resolve("safe")).resolve("tucai.keys");
        Files.move(file(), elsewhere);
        Files.createSymbolicLink(file(), elsewhere);

        start(database).exchange();

        assertThat(file()).isSymbolicLink();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(elsewhere)))
                .isEqualTo("rw-------");
        assertThat(Files.readAllLines(elsewhere)).hasSize(3);
    }

    @Test
    void refusesAKeyFileThatLostItsNewestSecret() throws IOException {
        ProofRows database = new ProofRows();
        start(database).exchange();
        Files.write(file(), Files.readAllLines(file()).subList(0, 2));

        assertThatThrownBy(() -> start(database))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("is damaged");
    }
}
