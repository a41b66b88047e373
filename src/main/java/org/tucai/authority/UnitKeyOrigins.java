package org.tucai.authority;

import jakarta.inject.Singleton;
import java.time.InstantSource;

/**
 * From which generation of the key file each of the unit's own follows. The authority holds the public halves of keys that are in use, so
 * these must not become others when the key file gets new ones; the next of the unit's must, for who has the earlier file could make them.
 */
@Singleton
class UnitKeyOrigins {
    private final UnitKeyOriginRepository origins;
    private final InstantSource clock;

    UnitKeyOrigins(UnitKeyOriginRepository origins, InstantSource clock) {
        this.origins = origins;
        this.clock = clock;
    }

    /** Of a generation that is in use now; when it never was, it follows from the newest from here on. */
    int ofUsed(int generation, int newest) {
        return origins.findByGeneration(generation)
                .orElseGet(() -> origins.save(new UnitKeyOrigin(generation, newest, clock.instant())))
                .keyFileGeneration();
    }

    /** Of an earlier one: the first where none is written down, for then there was no other. */
    int of(int generation) {
        return origins.findByGeneration(generation)
                .map(UnitKeyOrigin::keyFileGeneration)
                .orElse(1);
    }
}
