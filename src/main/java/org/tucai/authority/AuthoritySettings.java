package org.tucai.authority;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/** The authority's address, and this unit's identity towards it. */
@Singleton
public class AuthoritySettings {
    private final String url;
    private final String unit;
    private final int keyGeneration;
    private final String callbackUrl;
    private final @Nullable Path keysFile;
    private final boolean sandbox;
    private final Provider<EmbeddedServer> server;

    protected AuthoritySettings(
            @Value("${tucai.authority.url}") String url,
            @Value("${tucai.authority.unit}") String unit,
            @Value("${tucai.authority.key-generation}") int keyGeneration,
            @Value("${tucai.authority.callback-url}") String callbackUrl,
            @Value("${tucai.authority.keys-file}") String keysFile,
            @Value("${tucai.sandbox}") boolean sandbox,
            Provider<EmbeddedServer> server) {
        this.url = url;
        this.unit = unit;
        this.keyGeneration = keyGeneration;
        this.callbackUrl = callbackUrl;
        this.keysFile = keysFile.isBlank() ? null : Path.of(keysFile);
        this.sandbox = sandbox;
        this.server = server;
    }

    /** Base address without a trailing slash; empty if no authority is connected. */
    public String url() {
        return withoutSlash(url);
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    /** This unit's code. */
    public String unit() {
        return unit;
    }

    int keyGeneration() {
        return keyGeneration;
    }

    /** The address at which the authority reaches this server; by default the one it listens on. */
    String callbackUrl() {
        String base = callbackUrl.isBlank() ? server.get().getURL().toString() : callbackUrl;
        return withoutSlash(base) + "/callbacks/authority";
    }

    /** The authority's public keys as a JWK set, handed over by a person; null in the sandbox, where they are fetched. */
    @Nullable
    Path keysFile() {
        return keysFile;
    }

    boolean isSandbox() {
        return sandbox;
    }
}
