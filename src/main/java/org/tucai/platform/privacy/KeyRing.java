package org.tucai.platform.privacy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.aead.AeadConfig;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tucai.platform.db.DataFolder;
import org.tucai.platform.db.StartRefused;
import org.tucai.platform.start.StartRemark;

/**
 * The keys of this installation, read from {@code keys/tucai.keys} in the data folder: generations of a key for sealing and of a
 * master secret from which all others are derived. Made on the first start with owner-only rights. For each generation the database
 * keeps a proof: if the file is missing, belongs to other data, or is an older copy that lacks a generation, the start is refused. It is
 * also refused if only the database is new and empty: no row of it names the pictures in the folder, and all would be swept away.
 */
@Singleton
public class KeyRing implements StartRemark {
    private static final Set<PosixFilePermission> OTHERS =
            Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

    private final Path file;
    private final KeyProof proof;
    private final Algorithms algorithms;
    private final Algorithms hashing;
    private final KeyFile keys;
    private final Aead aead;

    @Inject
    KeyRing(
            DataFolder folder,
            VaultCheck check,
            InstantSource clock,
            @Value("${tucai.algorithms}") Algorithms algorithms) {
        this(folder.path(), check, clock, algorithms);
    }

    KeyRing(Path folder, VaultCheck check, InstantSource clock, Algorithms algorithms) {
        this.file = folder.resolve("keys").resolve("tucai.keys");
        this.proof = new KeyProof(file, check, clock, algorithms);
        this.algorithms = algorithms;
        try {
            AeadConfig.register();
            List<VaultCheck.Proof> proofs = check.proofs();
            if (proofs.isEmpty()) {
                refuseForeignPictures(folder.resolve("blobs"));
            }
            keys = read(file, !proofs.isEmpty());
            hashing = proofs.isEmpty() ? algorithms : proofs.getFirst().algorithms();
            aead = new Sealing(keys, algorithms);
            proof.require(keys, proofs);
        } catch (GeneralSecurityException
                | IndexOutOfBoundsException
                | IllegalArgumentException
                | CharacterCodingException e) {
            throw new StartRefused("The key file " + file + " is damaged; restore it from your backup.", e);
        } catch (IOException e) {
            throw new StartRefused(
                    "The key file " + file + " cannot be used (" + e
                            + "); it must be a file that the server's user, and nobody else, can read.",
                    e);
        }
    }

    /** The file's keys, made on the first start. */
    private static KeyFile read(Path file, boolean isKnown) throws IOException, GeneralSecurityException {
        OwnerOnlyFile.dropDraft(
                Files.exists(file) ? file.toRealPath() : file); // an exchange writes to the target of a link
        if (!Files.exists(file)) {
            if (isKnown) {
                throw new StartRefused("The key file " + file + " is missing, but the database holds data sealed"
                        + " with it; restore the file from your backup (a new key could read nothing).");
            }
            new OwnerOnlyFile().write(file, KeyFile.first().text());
        }
        return KeyFile.of(Files.readAllLines(file));
    }

    private static void refuseForeignPictures(Path blobs) throws IOException {
        if (!Files.isDirectory(blobs)) {
            return;
        }
        try (Stream<Path> all = Files.walk(blobs)) {
            if (all.anyMatch(Files::isRegularFile)) {
                throw new StartRefused(
                        "The database is empty but " + blobs + " holds pictures, which would all be deleted;"
                                + " restore their database or check TUCAI_DB_URL (to start afresh, move that folder"
                                + " away).");
            }
        }
    }

    /**
     * Adds a generation, which seals from the next start on; nothing has to be sealed anew. The file comes first: a row without its keys
     * would refuse every start.
     *
     * @return how many generations there are now
     */
    public int exchange() {
        try {
            KeyFile renewed = keys.renewed();
            new OwnerOnlyFile().write(file.toRealPath(), renewed.text()); // the target, if the file is a link
            proof.store(renewed, renewed.generations());
            return renewed.generations();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new StartRefused("The key file " + file + " cannot be written (" + e + "); nothing was changed.", e);
        }
    }

    /** Where the keys are. */
    public Path file() {
        return file;
    }

    @Override
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (isReadByOthers()) {
            remarks.add("The key file " + file + " can be read by users other than its owner: run chmod 600 on it");
        }
        if (algorithms == Algorithms.NATIONAL || hashing == Algorithms.NATIONAL) {
            remarks.add("Seals with " + (algorithms == Algorithms.NATIONAL ? "SM4-GCM" : "AES-256-GCM")
                    + " (tucai.algorithms), hashes lookup values with "
                    + (hashing == Algorithms.NATIONAL ? "HMAC-SM3" : "HMAC-SHA-256") + ", as since the data began");
        }
        return remarks;
    }

    private boolean isReadByOthers() {
        try {
            return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                    && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Aead aead() {
        return aead;
    }

    /** The algorithms for new data. */
    public Algorithms algorithms() {
        return algorithms;
    }

    /** The newest generation of the keys; the first is 1. */
    public int generation() {
        return keys.generations();
    }

    /**
     * The newest secret for one purpose: 32 bytes, which change when the keys are exchanged. For signatures that may become invalid then.
     * Those of tokens must: whoever has the earlier file could forge them. Independent of the setting of the algorithms.
     *
     * @param purpose kebab case, {@code access-token}
     */
    public byte[] secret(String purpose) {
        return keys.secret(keys.generations(), purpose, Algorithms.INTERNATIONAL);
    }

    /** The secret of one generation for one purpose and one family of algorithms: 32 bytes, always the same for this installation. */
    public byte[] secret(String purpose, int generation, Algorithms family) {
        return keys.secret(generation, purpose, family);
    }

    /** The hash of values that must be found again in rows written before the keys or the algorithms were changed: it never changes. */
    public KeyedHash lookup(String purpose) {
        return new KeyedHash(keys.secret(1, purpose, hashing), hashing);
    }

    /**
     * For signatures that may become invalid when the keys are exchanged.
     *
     * @param bytes length of a signature, at most 32
     */
    public Signing signing(String purpose, int bytes) {
        return new Signing(
                family -> new KeyedHash(keys.secret(keys.generations(), purpose, family), family), algorithms, bytes);
    }
}
