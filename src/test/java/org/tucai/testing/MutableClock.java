package org.tucai.testing;

import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The tests' clock: stands still at 2026-04-20 10:00 in China (a Monday) until it is moved. */
@Singleton
@Primary
@Replaces(InstantSource.class)
public class MutableClock implements InstantSource {
    public static final Instant START = Instant.parse("2026-04-20T02:00:00Z");

    private volatile Instant now = START;

    @Override
    public Instant instant() {
        return now;
    }

    public void advance(Duration by) {
        now = now.plus(by);
    }

    public void setTo(Instant at) {
        now = at;
    }

    void reset() {
        now = START;
    }
}
