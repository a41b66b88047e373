package org.tucai.platform.privacy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
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
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.db.DataFolder;
import org.tucai.platform.db.StartRefused;
import org.tucai.platform.start.StartRemark;

/**
 * The keys of this installation, read from {@code keys/tucai.keys} in the data folder: a Tink keyset for sealing and a
 * master secret from which all others are derived. Made on the first start with owner-only rights; when data exists and the
 * file is gone or another's, the start is refused. So it is when only the database is another: to an empty one every picture in the
 * folder is one that no row names, to be swept away.
 */
@Singleton
public class KeyRing implements StartRemark {
    /** What data of earlier programs has sealed: it proves the first line of the file only. */
    private static final byte[] FIRST_PROOF = "tucai".getBytes(StandardCharsets.UTF_8);

    private static final Set<PosixFilePermission> OTHERS =
            Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
    private static final String PROOF_CONTEXT = "vault-check";
    private static final int SECRET_BYTES = 32;

    private final Path file;
    private final Aead aead;
    private final byte[] master;

    @Inject
    KeyRing(DataFolder folder, VaultCheck check, InstantSource clock) {
        this(folder.path(), check, clock);
    }

    KeyRing(Path folder, VaultCheck check, InstantSource clock) {
        file = folder.resolve("keys").resolve("tucai.keys");
        try {
            AeadConfig.register();
            byte[] proof = check.sealed();
            if (proof == null) {
                refuseForeignPictures(folder.resolve("blobs"));
            }
            if (!Files.exists(file)) {
                if (proof != null) {
                    throw new StartRefused("The key file " + file + " is gone but the database holds data sealed with"
                            + " it; put the file back from your backup (a new key could read nothing).");
                }
                new OwnerOnlyFile().write(file, newKeys());
            }
            List<String> lines = Files.readAllLines(file);
            KeysetHandle keyset = TinkJsonProtoKeysetFormat.parseKeyset(
                    lines.get(0), RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
            aead = keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
            master = Base64.getDecoder().decode(lines.get(1));
            if (master.length != SECRET_BYTES) { // cut short it would find no account and no code again
                throw new IllegalArgumentException("not a secret of " + SECRET_BYTES + " bytes");
            }
            prove(check, proof, clock);
        } catch (GeneralSecurityException
                | IndexOutOfBoundsException
                | IllegalArgumentException
                | CharacterCodingException e) {
            throw new StartRefused("The key file " + file + " is damaged; put it back from your backup.", e);
        } catch (IOException e) {
            throw new StartRefused(
                    "The key file " + file + " cannot be used (" + e
                            + "); it must be a file that the server's own user may" + " read, and no other.",
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
                        "The database is empty but " + blobs + " holds pictures, which would all be swept away;"
                                + " put their database back or check TUCAI_DB_URL (to begin anew, move that folder away).");
            }
        }
    }

    private static String newKeys() throws GeneralSecurityException {
        KeysetHandle keyset =
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return TinkJsonProtoKeysetFormat.serializeKeyset(
                                keyset, RegistryConfiguration.get(), InsecureSecretKeyAccess.get())
                        .replace("\n", "")
                + "\n"
                + Base64.getEncoder().encodeToString(secret)
                + "\n";
    }

    /** Of both parts of the file: with another master secret no account and no code would be found again. */
    private void prove(VaultCheck check, byte @Nullable [] proof, InstantSource clock) throws GeneralSecurityException {
        byte[] context = PROOF_CONTEXT.getBytes(StandardCharsets.UTF_8);
        byte[] ours = secret(PROOF_CONTEXT);
        if (proof == null) {
            check.store(aead.encrypt(ours, context), clock.instant());
            return;
        }
        byte[] theirs;
        try {
            theirs = aead.decrypt(proof, context);
        } catch (GeneralSecurityException e) {
            throw foreign();
        }
        if (Arrays.equals(theirs, FIRST_PROOF)) {
            check.renew(aead.encrypt(ours, context));
        } else if (!MessageDigest.isEqual(theirs, ours)) {
            throw foreign();
        }
    }

    private StartRefused foreign() {
        return new StartRefused("The key file " + file + " belongs to other data than this database holds; put the"
                + " right one back from your backup.");
    }

    @Override
    public List<String> remarks() {
        try {
            return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                            && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)
                    ? List.of("The key file " + file + " can be read by others than its owner: chmod 600 it")
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Aead aead() {
        return aead;
    }

    /**
     * The secret for one purpose: 32 bytes, always the same for this installation.
     *
     * @param purpose kebab case, {@code access-token}
     */
    public byte[] secret(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(master, "HmacSHA256"));
            return mac.doFinal(("tucai/" + purpose).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
