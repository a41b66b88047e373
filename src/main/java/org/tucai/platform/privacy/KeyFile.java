package org.tucai.platform.privacy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * The content of the key file, oldest generation first. Its first line is a Tink keyset with one key per generation, of which the newest
 * seals. Each further line is the master secret of one generation. Sealed bytes begin with the number of the key that opens them.
 */
class KeyFile {
    private static final int SECRET_BYTES = 32;

    private final KeysetHandle keyset;
    private final List<byte[]> masters;

    private KeyFile(KeysetHandle keyset, List<byte[]> masters) {
        this.keyset = keyset;
        this.masters = masters;
    }

    /** New keys, the only ones. */
    static KeyFile first() throws GeneralSecurityException {
        return new KeyFile(
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get()),
                List.of(newMaster()));
    }

    /**
     * Reads the file's lines.
     *
     * @throws GeneralSecurityException when they are not what {@link #text} wrote; {@link IllegalArgumentException} and {@link
     *     IndexOutOfBoundsException} mean the same
     */
    static KeyFile of(List<String> lines) throws GeneralSecurityException {
        KeysetHandle keyset = TinkJsonProtoKeysetFormat.parseKeyset(
                lines.get(0), RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
        List<byte[]> masters = lines.stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> Base64.getDecoder().decode(line))
                .toList();
        if (masters.size() != keyset.size()) {
            throw new IllegalArgumentException(keyset.size() + " keys and " + masters.size() + " secrets");
        }
        if (masters.stream()
                .anyMatch(m -> m.length != SECRET_BYTES)) { // with a shortened one no account would be found again
            throw new IllegalArgumentException("not a secret of " + SECRET_BYTES + " bytes");
        }
        return new KeyFile(keyset, masters);
    }

    /** The same keys and a new generation, which seals from now on. */
    KeyFile renewed() throws GeneralSecurityException {
        KeysetHandle.Builder more = KeysetHandle.newBuilder(keyset)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId());
        more.getAt(keyset.size()).makePrimary();
        List<byte[]> secrets = new ArrayList<>(masters);
        secrets.add(newMaster());
        return new KeyFile(more.build(), List.copyOf(secrets));
    }

    private static byte[] newMaster() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return secret;
    }

    String text() throws GeneralSecurityException {
        String keys = TinkJsonProtoKeysetFormat.serializeKeyset(
                        keyset, RegistryConfiguration.get(), InsecureSecretKeyAccess.get())
                .replace("\n", "");
        return String.join(
                        "\n",
                        Stream.concat(Stream.of(keys), masters.stream().map(Base64.getEncoder()::encodeToString))
                                .toList())
                + "\n";
    }

    /** How many generations there are; the newest has this number, the first is 1. */
    int generations() {
        return masters.size();
    }

    /** Seals with the newest key, opens with whichever sealed. */
    Aead aead() throws GeneralSecurityException {
        return keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    /** That generation's key alone. */
    Aead aead(int generation) throws GeneralSecurityException {
        KeysetHandle.Entry one = keyset.getAt(generation - 1);
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(one.getKey())
                        .withFixedId(one.getId())
                        .makePrimary())
                .build()
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    /** The secret of one generation for one purpose: 32 bytes, always the same; each family of algorithms has its own. */
    byte[] secret(int generation, String purpose, Algorithms algorithms) {
        return algorithms.hash(masters.get(generation - 1), ("tucai/" + purpose).getBytes(StandardCharsets.UTF_8));
    }
}
