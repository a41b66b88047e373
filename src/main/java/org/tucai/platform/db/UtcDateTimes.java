package org.tucai.platform.db;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.runtime.convert.DataTypeConverter;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A moment that a statement works out ({@code MAX(locked_until)}) has no column whose type is known, so the driver gives it without a
 * zone. The database keeps UTC; the framework would take it for the machine's own zone.
 */
@Singleton
class UtcDateTimes implements DataTypeConverter<LocalDateTime, Instant> {
    @Override
    public Optional<Instant> convert(LocalDateTime utc, Class<Instant> type, ConversionContext context) {
        return Optional.of(utc.toInstant(ZoneOffset.UTC));
    }
}
