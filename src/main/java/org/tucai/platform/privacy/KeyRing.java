package org.tucai.platform.privacy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
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
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.db.DataFolder;
import org.tucai.platform.db.StartRefused;

/**
 * The keys of this installation, read from {@code keys/tucai.keys} in the data folder: a Tink keyset for sealing and a
 * master secret from which all others are derived. Made on the first start with owner-only rights; when data exists and the
 * file is gone or another's, the start is refused.
 */
@Singleton
public class KeyRing {
    private static final byte[] PROOF = "tucai".getBytes(StandardCharsets.UTF_8);
    private static final String PROOF_CONTEXT = "vault-check";
    private static final int SECRET_BYTES = 32;

    private final Aead aead;
    private final byte[] master;

    KeyRing(DataFolder folder, VaultCheck check, InstantSource clock) {
        try {
            AeadConfig.register();
            Path file = folder.path().resolve("keys").resolve("tucai.keys");
            byte[] proof = check.sealed();
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
            prove(check, proof, file, clock);
        } catch (GeneralSecurityException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new StartRefused(
                    "The key file in " + folder.path().resolve("keys") + " cannot be read; put it back from your"
                            + " backup.",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
