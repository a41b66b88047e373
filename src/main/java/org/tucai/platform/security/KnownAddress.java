package org.tucai.platform.security;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/**
 * Somebody signed in from an address.
 *
 * @param addressKey keyed hash of both
 * @param seenAt the last time
 */
@MappedEntity("known_address")
record KnownAddress(@Id @GeneratedValue @Nullable Long id, String addressKey, Instant seenAt) {}
