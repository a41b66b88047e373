package org.tucai.authority;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/**
 * The key file's generation from which a generation of this unit's keys is derived, fixed even when the key file gets new ones.
 *
 * @param keyFileGeneration the newest generation in the key file when the unit's was first used
 */
@MappedEntity("unit_key")
record UnitKeyOrigin(@Id int generation, int keyFileGeneration, Instant firstUsedAt) {}
