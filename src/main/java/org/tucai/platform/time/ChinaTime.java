package org.tucai.platform.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The zone in which days are counted and clients read times. */
public final class ChinaTime {
    /** Asia/Shanghai, as every notice means it. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private ChinaTime() {}

    /** The calendar day in China at that instant. */
    public static LocalDate day(Instant at) {
        return at.atZone(ZONE).toLocalDate();
    }

    /** The instant at which the day is over (start of the next day, exclusive). */
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    /** ISO 8601 with the zone's offset, for clients. */
    public static OffsetDateTime offset(Instant at) {
        return at.atZone(ZONE).toOffsetDateTime();
    }

    /** {@link #offset} of an instant that may be missing. */
    public static @Nullable OffsetDateTime offsetOrNull(@Nullable Instant at) {
        return at == null ? null : offset(at);
    }
}
