package org.tucai.platform.state;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/**
 * One step of a status.
 *
 * @param kind of the subject
 * @param subject public number
 * @param fromState null at birth
 * @param cause why
 * @param actor {@code ROLE:number}
 */
@MappedEntity("state_transition")
public record StateTransition(
        @Id @GeneratedValue @Nullable Long id,
        String kind,
        String subject,
        @Nullable String fromState,
        String toState,
        String cause,
        String actor,
        Instant at) {}
