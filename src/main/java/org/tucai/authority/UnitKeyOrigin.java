package org.tucai.authority;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/**
 * What a generation of this unit's keys was made from: it stays so, whatever the key file holds by now.
 *
 * @param keyFileGeneration the newest of the key file when the unit's was first used
 */
@MappedEntity("unit_key")
record UnitKeyOrigin(@Id int generation, int keyFileGeneration, Instant firstUsedAt) {}
