package org.tucai.platform.state;

import io.micronaut.serde.annotation.Serdeable;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.time.ChinaTime;

/**
 * One step of a status, without the number of whoever caused it.
 *
 * @param from null at birth
 * @param cause kebab case
 * @param by in which role it was caused
 */
@Serdeable
public record Step(@Nullable String from, String to, String cause, Role by, OffsetDateTime at) {
    static Step of(StateTransition t) {
        return new Step(
                t.fromState(), t.toState(), t.cause(), Actor.parse(t.actor()).role(), ChinaTime.offset(t.at()));
    }
}
