package org.tucai.capturecode;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.tucai.authority.AuthorityLine;
import org.tucai.authority.AuthorityUnavailable;

/** In the sandbox the authority itself hands out the unit's keys; elsewhere a person brings them. */
@Singleton
@Requires(property = "tucai.sandbox", value = "true")
class AuthorityCodeKeys implements CodeKeySource {
    private final AuthorityLine line;
    private final JsonMapper json;

    AuthorityCodeKeys(AuthorityLine line, JsonMapper json) {
        this.line = line;
        this.json = json;
    }

    @Override
    public List<CodeKey> fetch() {
        if (!line.isConnected()) {
            return List.of();
        }
        try {
            Map<String, String> keys = json.readValue(line.codeKeys(), Argument.mapOf(String.class, String.class));
            return keys.entrySet().stream()
                    .map(k -> new CodeKey(k.getKey(), k.getValue()))
                    .toList();
        } catch (IOException e) {
            throw new AuthorityUnavailable("the authority's code keys are not readable", e);
        }
    }
}
