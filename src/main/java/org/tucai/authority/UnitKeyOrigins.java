package org.tucai.authority;

import jakarta.inject.Singleton;
import java.time.InstantSource;

/**
 * Records from which generation of the key file each generation of the unit's keys is derived. Keys in use must not change when the key
 * file gets a new generation, because the authority holds their public halves; the unit's next generation must be derived from the new
 * one, because anybody with the earlier file could derive it otherwise.
 */
@Singleton
class UnitKeyOrigins {
    private final UnitKeyOriginRepository origins;
    private final InstantSource clock;

    UnitKeyOrigins(UnitKeyOriginRepository origins, InstantSource clock) {
        this.origins = origins;
        this.clock = clock;
    }

    /** The origin of a generation in use now; on first use the newest generation of the key file is recorded. */
    int ofUsed(int generation, int newest) {
        return origins.findByGeneration(generation)
                .orElseGet(() -> origins.save(new UnitKeyOrigin(generation, newest, clock.instant())))
                .keyFileGeneration();
    }

    /** The origin of an earlier generation; 1 if none was recorded, because the key file had no other generation then. */
    int of(int generation) {
        return origins.findByGeneration(generation)
                .map(UnitKeyOrigin::keyFileGeneration)
                .orElse(1);
    }
}
