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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.db.DataFolder;
import org.tucai.platform.db.StartRefused;

/**
 * The keys of this installation, read from {@code keys/tucai.keys} in the data folder: a Tink keyset for sealing and a
 * master secret from which all others are derived. Made on the first start with owner-only rights; when data exists and the
 * file is gone or another's, the start is refused. So it is when only the database is another: to an empty one every picture in the
 * folder is one that no row names, to be swept away.
 */
@Singleton
public class KeyRing {
    private static final byte[] PROOF = "tucai".getBytes(StandardCharsets.UTF_8);
    private static final String PROOF_CONTEXT = "vault-check";
    private static final int SECRET_BYTES = 32;

    private final Aead aead;
    private final byte[] master;

    @Inject
    KeyRing(DataFolder folder, VaultCheck check, InstantSource clock) {
        this(folder.path(), check, clock);
    }

    KeyRing(Path folder, VaultCheck check, InstantSource clock) {
        try {
            AeadConfig.register();
            Path file = folder.resolve("keys").resolve("tucai.keys");
            byte[] proof = check.sealed();
            if (proof == null) {
                refuseForeignPictures(folder.resolve("blobs"));
            }
            if (!Files.exists(file)) {
                if (proof != null) {
                    throw new StartRefused("The key file " + file + " is gone but the database holds data sealed with"
                            + " it; put the file back from your backup (a new key could read nothing).");
                }
                OwnerOnlyFile.write(file, newKeys());
            }
            List<String> lines = Files.readAllLines(file);
            KeysetHandle keyset = TinkJsonProtoKeysetFormat.parseKeyset(
                    lines.get(0), RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
            aead = keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
            master = Base64.getDecoder().decode(lines.get(1));
            if (master.length != SECRET_BYTES) { // cut short it would find no account and no code again
                throw new IllegalArgumentException("not a secret of " + SECRET_BYTES + " bytes");
            }
            prove(check, proof, file, clock);
        } catch (GeneralSecurityException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new StartRefused(
                    "The key file in " + folder.resolve("keys") + " cannot be read; put it back from your" + " backup.",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    private void prove(VaultCheck check, byte @Nullable [] proof, Path file, InstantSource clock)
            throws GeneralSecurityException {
        byte[] context = PROOF_CONTEXT.getBytes(StandardCharsets.UTF_8);
        if (proof == null) {
            check.store(aead.encrypt(PROOF, context), clock.instant());
            return;
        }
        try {
            aead.decrypt(proof, context);
        } catch (GeneralSecurityException e) {
            throw new StartRefused("The key file " + file + " belongs to other data than this database holds; put the"
                    + " right one back from your backup.");
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
