package org.tucai.platform.privacy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.aead.AeadConfig;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tucai.platform.db.DataFolder;
import org.tucai.platform.db.StartRefused;
import org.tucai.platform.start.StartRemark;

/**
 * The keys of this installation, read from {@code keys/tucai.keys} in the data folder: generations of a key for sealing and of a
 * master secret from which all others are derived. Made on the first start with owner-only rights. For each generation the database
 * keeps a proof: when one exists and the file is gone, another's, or an older copy that lacks it, the start is refused. So it is when
 * only the database is another: to an empty one every picture in the folder is one that no row names, to be swept away.
 */
@Singleton
public class KeyRing implements StartRemark {
    /** What data of earlier programs has sealed: it proves the first line of the file only. */
    private static final byte[] FIRST_PROOF = "tucai".getBytes(StandardCharsets.UTF_8);

    private static final Set<PosixFilePermission> OTHERS =
            Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
    private static final String PROOF_CONTEXT = "vault-check";
    private static final byte[] PROOF_BYTES = PROOF_CONTEXT.getBytes(StandardCharsets.UTF_8);

    private final Path file;
    private final VaultCheck check;
    private final InstantSource clock;
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
        this.check = check;
        this.clock = clock;
        this.algorithms = algorithms;
        try {
            AeadConfig.register();
            List<VaultCheck.Proof> proofs = check.proofs();
            if (proofs.isEmpty()) {
                refuseForeignPictures(folder.resolve("blobs"));
            }
            OwnerOnlyFile.dropDraft(
                    Files.exists(file) ? file.toRealPath() : file); // an exchange writes where it is linked to
            if (!Files.exists(file)) {
                if (!proofs.isEmpty()) {
                    throw new StartRefused("The key file " + file + " is missing, but the database holds data sealed"
                            + " with it; restore the file from your backup (a new key could read nothing).");
                }
                new OwnerOnlyFile().write(file, KeyFile.first().text());
            }
            keys = KeyFile.of(Files.readAllLines(file));
            hashing = proofs.isEmpty() ? algorithms : proofs.getFirst().algorithms();
            aead = new Sealing(keys, algorithms);
            prove(proofs);
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
     * Of both parts of each generation: with another master secret no account and no code would be found again. What the database has not
     * heard of yet it is told before anything is sealed with it.
     */
    private void prove(List<VaultCheck.Proof> proofs) throws GeneralSecurityException {
        for (int generation = 1; generation <= proofs.size(); generation++) {
            VaultCheck.Proof proof = proofs.get(generation - 1);
            byte[] theirs = opened(proof, generation);
            if (generation == 1 && Arrays.equals(theirs, FIRST_PROOF)) {
                check.renew(proofOf(keys, 1));
            } else if (generation > keys.generations()
                    || !MessageDigest.isEqual(theirs, proofSecret(keys, generation))) {
                throw foreign(proof, generation);
            }
        }
        for (int generation = proofs.size() + 1; generation <= keys.generations(); generation++) {
            check.store(generation, proofOf(keys, generation), algorithms, clock.instant());
        }
    }

    private byte[] opened(VaultCheck.Proof proof, int generation) {
        try {
            return aead.decrypt(proof.sealed(), PROOF_BYTES);
        } catch (GeneralSecurityException e) {
            throw foreign(proof, generation);
        }
    }

    /**
     * Sealed by its own generation, so that each is missed by itself. Always by Tink's key: it proves that this one is there too, whichever
     * algorithms work.
     */
    private static byte[] proofOf(KeyFile keys, int generation) throws GeneralSecurityException {
        return keys.aead(generation).encrypt(proofSecret(keys, generation), PROOF_BYTES);
    }

    private static byte[] proofSecret(KeyFile keys, int generation) {
        return keys.secret(generation, PROOF_CONTEXT, Algorithms.INTERNATIONAL);
    }

    private StartRefused foreign(VaultCheck.Proof proof, int generation) {
        return new StartRefused(
                generation == 1
                        ? "The key file " + file + " belongs to other data than this database holds; restore"
                                + " the right one from your backup."
                        : "The key file " + file + " is older than the data: generation " + generation
                                + " of its keys, made on "
                                + proof.at().atOffset(ZoneOffset.UTC).toLocalDate()
                                + ", is not in it; restore a copy that was made after that day's tucai new-key.");
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
            new OwnerOnlyFile().write(file.toRealPath(), renewed.text()); // where they keep it who linked it there
            check.store(renewed.generations(), proofOf(renewed, renewed.generations()), algorithms, clock.instant());
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

    /** Which algorithms work from now on. */
    public Algorithms algorithms() {
        return algorithms;
    }

    /** The newest generation of the keys; the first is 1. */
    public int generation() {
        return keys.generations();
    }

    /**
     * The newest secret for one purpose: 32 bytes, others once the keys are exchanged. For signatures that may cease to hold then, as
     * those of tokens must, for who has the earlier file could make them. The same by either setting.
     *
     * @param purpose kebab case, {@code access-token}
     */
    public byte[] secret(String purpose) {
        return keys.secret(keys.generations(), purpose, Algorithms.INTERNATIONAL);
    }

    /** The secret of one generation for one purpose, made by that family: 32 bytes, always the same for this installation. */
    public byte[] secret(String purpose, int generation, Algorithms family) {
        return keys.secret(generation, purpose, family);
    }

    /** For what has to be found again in rows that were written before the keys were exchanged, or the setting turned: always the same. */
    public KeyedHash lookup(String purpose) {
        return new KeyedHash(keys.secret(1, purpose, hashing), hashing);
    }

    /**
     * For signatures that may cease to hold when the keys are exchanged.
     *
     * @param bytes how long they are, at most 32
     */
    public Signing signing(String purpose, int bytes) {
        return new Signing(
                family -> new KeyedHash(keys.secret(keys.generations(), purpose, family), family), algorithms, bytes);
    }
}
