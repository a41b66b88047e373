package org.tucai.platform.privacy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.tucai.platform.db.StartRefused;

/**
 * Proves that a key file belongs to the data: for each generation of the keys the database keeps what that generation has sealed. Both
 * parts of a generation are proved: with another master secret no account and no code would be found again.
 */
final class KeyProof {
    /** What earlier versions of the program sealed: it proves only the first line of the file. */
    private static final byte[] FIRST_PROOF = "tucai".getBytes(StandardCharsets.UTF_8);

    private static final String CONTEXT = "vault-check";
    private static final byte[] CONTEXT_BYTES = CONTEXT.getBytes(StandardCharsets.UTF_8);

    private final Path file;
    private final VaultCheck check;
    private final InstantSource clock;
    private final Algorithms algorithms;

    KeyProof(Path file, VaultCheck check, InstantSource clock, Algorithms algorithms) {
        this.file = file;
        this.check = check;
        this.clock = clock;
        this.algorithms = algorithms;
    }

    /**
     * Requires that the keys are those of the data, and stores the proofs of new generations before anything is sealed with them.
     *
     * @throws StartRefused when the keys are those of other data, or lack a generation
     */
    void require(KeyFile keys, List<VaultCheck.Proof> proofs) throws GeneralSecurityException {
        for (int generation = 1; generation <= proofs.size(); generation++) {
            VaultCheck.Proof proof = proofs.get(generation - 1);
            byte[] theirs = opened(keys, proof, generation);
            if (generation == 1 && Arrays.equals(theirs, FIRST_PROOF)) {
                check.renew(sealed(keys, 1));
            } else if (generation > keys.generations() || !MessageDigest.isEqual(theirs, secret(keys, generation))) {
                throw foreign(proof, generation);
            }
        }
        for (int generation = proofs.size() + 1; generation <= keys.generations(); generation++) {
            store(keys, generation);
        }
    }

    void store(KeyFile keys, int generation) throws GeneralSecurityException {
        check.store(generation, sealed(keys, generation), algorithms, clock.instant());
    }

    private byte[] opened(KeyFile keys, VaultCheck.Proof proof, int generation) {
        try {
            return keys.aead().decrypt(proof.sealed(), CONTEXT_BYTES);
        } catch (GeneralSecurityException e) {
            throw foreign(proof, generation);
        }
    }

    /**
     * Sealed by its own generation, so that the absence of any one is noticed. Always with Tink's key, whichever algorithms are set, so that
     * it proves this key as well.
     */
    private static byte[] sealed(KeyFile keys, int generation) throws GeneralSecurityException {
        return keys.aead(generation).encrypt(secret(keys, generation), CONTEXT_BYTES);
    }

    private static byte[] secret(KeyFile keys, int generation) {
        return keys.secret(generation, CONTEXT, Algorithms.INTERNATIONAL);
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
}
