package org.tucai.platform.db;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.runtime.convert.DataTypeConverter;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Reads computed instants ({@code MAX(locked_until)}) as UTC, which the database keeps: the driver returns them without a zone, and the
 * framework would assume that of the machine.
 */
@Singleton
class UtcDateTimes implements DataTypeConverter<LocalDateTime, Instant> {
    @Override
    public Optional<Instant> convert(LocalDateTime utc, Class<Instant> type, ConversionContext context) {
        return Optional.of(utc.toInstant(ZoneOffset.UTC));
    }
}
