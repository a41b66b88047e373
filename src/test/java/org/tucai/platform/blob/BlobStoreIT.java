package org.tucai.platform.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tucai.platform.db.DataFolder;
import org.tucai.platform.db.DataFolders;
import org.tucai.platform.db.StartRefused;
import org.tucai.platform.job.DueJobs;
import org.tucai.platform.privacy.Vault;
import org.tucai.platform.problem.ProblemException;
import org.tucai.testing.Blobs;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.LogOf;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

@TucaiTest
class BlobStoreIT {
    private final BlobStore store;
    private final FillableDisk disk;
    private final DataFolder folder;
    private final Vault vault;
    private final DueJobs jobs;
    private final MutableClock clock;
    private final Journeys journeys;
    private final Http http;
    private final Blobs blobs;
    private final Rows rows;
    private final People people;
    private final DataSource source;

    BlobStoreIT(
            BlobStore store,
            FillableDisk disk,
            DataFolder folder,
            Vault vault,
            DueJobs jobs,
            MutableClock clock,
            Journeys journeys,
            Http http,
            Blobs blobs,
            Rows rows,
            People people,
            DataSource source) {
        this.store = store;
        this.disk = disk;
        this.folder = folder;
        this.vault = vault;
        this.jobs = jobs;
        this.clock = clock;
        this.journeys = journeys;
        this.http = http;
        this.blobs = blobs;
        this.rows = rows;
        this.people = people;
        this.source = source;
    }

    @Test
    void theStartIsRefusedWherePicturesCannotBeWritten(@TempDir Path put) throws IOException {
        Path file = Files.writeString(put.resolve("blobs"), "");

        assertThatThrownBy(() -> FileBlobStore.refuseUnusable(file))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith(file + " is not a folder the server's user can write to");
        FileBlobStore.refuseUnusable(put);
        FileBlobStore.refuseUnusable(put.resolve("not there yet"));
    }

    private Set<Path> files() {
        Path root = folder.path().resolve("blobs");
        if (!Files.exists(root)) { // before the first picture in a new folder
            return new TreeSet<>();
        }
        try (Stream<Path> all = Files.walk(root)) {
            return new TreeSet<>(all.filter(Files::isRegularFile).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String key) {
        return folder.path().resolve("blobs").resolve(key.substring(0, 2)).resolve(key);
    }

    private Path age(Path file, Duration age) throws IOException {
        return Files.setLastModifiedTime(file, FileTime.from(clock.instant().minus(age)));
    }

    @Test
    void storesSeveralPicturesAtOnceAndReturnsThem() {
        List<String> keys = store.putAll(List.of(new byte[] {1}, new byte[] {2, 3}));

        assertThat(store.get(keys.getFirst())).containsExactly(1);
        assertThat(store.get(keys.getLast())).containsExactly(2, 3);
        assertThat(files()).contains(file(keys.getFirst()), file(keys.getLast()));
    }

    /** The data folder may have been made by somebody, with more rights than its own. */
    @Test
    void picturesLieInAFolderThatItsOwnerAloneMayEnter(@TempDir Path own) throws IOException {
        new FileBlobStore(DataFolders.in(own), vault).put(new byte[] {1});

        assertThat(own.resolve("blobs"))
                .satisfies(blobs -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(blobs)))
                        .isEqualTo("rwx------"));
    }

    @Test
    void aFullDiskLeavesNothingBehind() {
        Set<Path> before = files();
        disk.leaveRoomFor(1);

        assertThatThrownBy(() -> store.putAll(List.of(new byte[10], new byte[10])))
                .isInstanceOf(ProblemException.class)
                .hasMessage("store-full");

        assertThat(files()).isEqualTo(before);
    }

    @Test
    void aFullDiskIsLogged() {
        disk.leaveRoomFor(0);

        List<String> told =
                log(() -> assertThatThrownBy(() -> store.put(new byte[10])).hasMessage("store-full"));

        assertThat(told)
                .singleElement()
                .asString()
                .matches("There is no room for pictures in .*blobs: No space left on device");
    }

    /** What the store logs while this runs. */
    private static List<String> log(Runnable meanwhile) {
        try (LogOf log = LogOf.a(FileBlobStore.class)) {
            meanwhile.run();
            return log.lines();
        }
    }

    @Test
    void anUploadToAFullDiskIsRefusedByNameAndItsTicketStaysValid() {
        Journeys.Walk walk = journeys.aBoundStudent();
        String ticket = journeys.ticket(walk);
        byte[] picture = journeys.aPortrait();
        Set<Path> before = files();
        disk.leaveRoomFor(1);

        Http.Reply refused = journeys.upload(walk, ticket, picture);
        Set<Path> after = files();
        Http.Reply photos = http.as(walk.token())
                .get("/api/v1/student/captures/" + walk.captureNo() + "/photos")
                .expect(200);
        disk.reset();
        Http.Reply taken = journeys.upload(walk, ticket, picture);

        refused.expectProblem(507, "store-full");
        assertThat(refused.header("Retry-After")).isEqualTo("60");
        assertThat(after).isEqualTo(before);
        assertThat(photos.list()).isEmpty();
        assertThat(taken.expect(200).<Boolean>at("usable")).isTrue();
    }

    /** Whoever runs the server can mend it, and phones that try again succeed. */
    @Test
    void anUploadToADiskThatBecameReadOnlyIsToBeTriedAgainAndIsLogged() {
        Journeys.Walk walk = journeys.aBoundStudent();
        String ticket = journeys.ticket(walk);
        byte[] picture = journeys.aPortrait();
        Set<Path> before = files();
        disk.becomesReadOnly();
        AtomicReference<Http.Reply> refused = new AtomicReference<>();

        List<String> told = log(() -> refused.set(journeys.upload(walk, ticket, picture)));
        Set<Path> after = files();
        disk.reset();
        Http.Reply taken = journeys.upload(walk, ticket, picture);

        assertThat(refused.get().expectProblem(503, "temporarily-unavailable").header("Retry-After"))
                .isEqualTo("60");
        assertThat(told)
                .singleElement()
                .asString()
                .matches("The disk of the pictures fails: .*FileSystemException: .*: Read-only file system");
        assertThat(after).isEqualTo(before);
        assertThat(taken.expect(200).<Boolean>at("usable")).isTrue();
    }

    /** What is stored beneath a mount point is missing once the volume is mounted again. */
    @Test
    void nothingIsStoredWhileTheVolumeOfThePicturesIsGone() throws IOException {
        String key = store.put(new byte[] {7});
        BlobStore justStarted = new FileBlobStore(folder, vault);
        Path blobs = folder.path().resolve("blobs");
        Path volume = Files.createTempDirectory(folder.path(), "volume");
        Path beneath = Files.createTempDirectory(folder.path(), "beneath");
        Files.move(blobs, volume, StandardCopyOption.REPLACE_EXISTING);
        Files.createDirectory(blobs);
        try {
            for (int i = 0; i < 20; i++) {
                assertThatThrownBy(() -> store.put(new byte[10])).isInstanceOf(BlobDiskException.class);
                assertThatThrownBy(() -> justStarted.put(new byte[10])).isInstanceOf(BlobDiskException.class);
                LockSupport.parkNanos(70_000_000); // the next sixteenth of a second has another folder
            }
            assertThat(blobs).isEmptyDirectory();
        } finally {
            Files.move(blobs, beneath, StandardCopyOption.REPLACE_EXISTING);
            Files.move(volume, blobs);
        }

        assertThat(store.get(store.put(new byte[] {8}))).containsExactly(8);
        assertThat(store.get(key)).containsExactly(7);
    }

    /** As after somebody tidied up: the others are still there, so the volume is. */
    @Test
    void aFolderDeletedMeanwhileIsMadeAnewForTheNextPicture(@TempDir Path own) throws IOException {
        Files.createDirectories(own.resolve("blobs").resolve("00"));
        BlobStore inOneFolder = new FileBlobStore(DataFolders.in(own), vault) {
            @Override
            byte first() {
                return 7;
            }
        };
        inOneFolder.delete(inOneFolder.put(new byte[] {1}));
        Files.delete(own.resolve("blobs").resolve("07"));

        assertThatThrownBy(() -> inOneFolder.put(new byte[] {2})).isInstanceOf(BlobDiskException.class);

        assertThat(inOneFolder.get(inOneFolder.put(new byte[] {3}))).containsExactly(3);
    }

    /** As after restoring a database backup that still names deleted pictures. */
    @Test
    void aPictureThatIsNoLongerInTheStoreIsNotFound() {
        Set<Path> others = files();
        Journeys.Walk walk = journeys.aBoundStudent();
        String picture = journeys.shoot(walk, journeys.aPortrait()).expect(200).at("pictureUrl");
        files().stream()
                .filter(file -> !others.contains(file))
                .forEach(file -> file.toFile().delete());

        http.as(walk.token()).get(picture).expectProblem(404, "not-found");
    }

    @Test
    void aCorruptedPictureIsReportedAsDamagedToEveryoneWhoOpensIt() {
        Journeys.Walk walk = journeys.aStudentInReview();
        Http student = http.as(walk.token());
        String picture = student.get("/api/v1/student/captures/" + walk.captureNo() + "/photos")
                .expect(200)
                .list()
                .getFirst()
                .get("pictureUrl")
                .toString();
        String reviewer = people.aReviewer();
        String review = "/api/v1/review/reviews/" + journeys.claim(reviewer, walk);
        String looked = picture.substring(picture.indexOf("pho_"), picture.lastIndexOf('/'));
        List<String> keys = rows.texts("SELECT CONCAT(blob_key, ' ', original_key) FROM photo");
        List.of(keys.getFirst().split(" ")).forEach(blobs::spoil);

        List<String> told = log(() -> {
            student.get(picture).expectPlainProblem(500, "stored-file-damaged");
            student.get(picture + "?width=120").expectPlainProblem(500, "stored-file-damaged");
            http.as(reviewer).get(review + "/pictures/" + looked).expectPlainProblem(500, "stored-file-damaged");
            http.as(reviewer).get(review + "/original").expectPlainProblem(500, "stored-file-damaged");
        });

        assertThat(told)
                .hasSize(4)
                .allMatch(line -> line.matches("The blob [0-9a-f]{32} is damaged: restore its file from the backup.*"));
    }

    /** Otherwise one student's face could be shown, and sent to the authority, as another's. */
    @Test
    void aFileCopiedOverAnotherIsReportedAsDamagedAndNotServed() throws IOException {
        List<String> keys = store.putAll(List.of(new byte[] {1}, new byte[] {2}));
        Files.copy(file(keys.getFirst()), file(keys.getLast()), StandardCopyOption.REPLACE_EXISTING);

        assertThat(store.get(keys.getFirst())).containsExactly(1);
        assertThatThrownBy(() -> store.get(keys.getLast())).isInstanceOf(BlobDamagedException.class);
    }

    @Test
    void sweepsOnlyOldBlobsThatNoRowReferences() throws IOException {
        Set<Path> strange = files();
        strange.forEach(path -> path.toFile().delete()); // other tests' leftovers
        Journeys.Walk walk = journeys.aBoundStudent();
        journeys.shoot(walk, journeys.aPortrait()).expect(200);
        Set<Path> named = files();
        for (Path path : named) {
            age(path, Duration.ofDays(300));
        }
        Path orphan = age(file(store.put(new byte[] {1})), Duration.ofHours(25));
        Path young = age(file(store.put(new byte[] {2})), Duration.ofHours(23));
        Path draft = age(Files.createFile(orphan.resolveSibling("0".repeat(32) + ".new")), Duration.ofHours(25));

        jobs.runRecurring("sweep-blobs");
        jobs.runRecurring("sweep-blobs");

        assertThat(named).hasSize(2).allSatisfy(path -> assertThat(path).exists());
        assertThat(orphan).doesNotExist();
        assertThat(draft).doesNotExist();
        assertThat(young).exists();
    }

    /** Blobs named only in a column unknown to the sweep would be deleted. */
    @Test
    void everyColumnThatHoldsBlobKeysIsKnownToTheSweep() throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Connection connection =
                        DelegatingDataSource.unwrapDataSource(source).getConnection();
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("SELECT CONCAT(table_name, '.', column_name) FROM information_schema.columns"
                                + " WHERE table_schema = DATABASE() AND (column_name LIKE '%blob%' OR column_name LIKE"
                                + " '%original_key%' OR column_name LIKE '%picture_key%') ORDER BY 1")) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
        }

        assertThat(columns)
                .as("add a BlobReferences for a new one")
                .containsExactly("photo.blob_key", "photo.original_key", "proofreading_evidence.blob_key");
    }
}
