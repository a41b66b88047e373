package org.tucai.platform.db;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/**
 * A machine and a data folder where a server works on this database.
 *
 * @param seenAt by the clock of the database
 */
@MappedEntity("server_place")
record ServerPlace(@Id String place, Instant seenAt) {}
