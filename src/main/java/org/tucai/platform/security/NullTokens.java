package org.tucai.platform.security;

import com.nimbusds.jwt.JWT;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.security.token.Claims;
import io.micronaut.security.token.jwt.validator.JsonWebTokenParser;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Has a token refused like any other that is none where it says {@code null} instead of a header or of what is in it. The library answers
 * some of these with a {@code NullPointerException}, so that anybody could have errors with their traces written to the log.
 */
@Singleton
class NullTokens implements BeanCreatedEventListener<JsonWebTokenParser<JWT>> {
    @Override
    public JsonWebTokenParser<JWT> onCreated(BeanCreatedEvent<JsonWebTokenParser<JWT>> event) {
        return new Parser(event.getBean());
    }

    private record Parser(JsonWebTokenParser<JWT> library) implements JsonWebTokenParser<JWT> {
        @Override
        public Optional<JWT> parse(String token) {
            try {
                return library.parse(token);
            } catch (NullPointerException e) {
                return Optional.empty();
            }
        }

        @Override
        public Optional<Claims> parseClaims(String token) {
            try {
                return library.parseClaims(token);
            } catch (NullPointerException e) {
                return Optional.empty();
            }
        }
    }
}
