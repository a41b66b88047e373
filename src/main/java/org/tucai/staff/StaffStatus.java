package org.tucai.staff;

import java.util.EnumSet;
import java.util.Set;

/** Whether a staff member or a school's client may sign in. */
enum StaffStatus {
    /** May sign in. */
    ACTIVE,
    /** May not; all sessions were ended. */
    DISABLED;

    Set<StaffStatus> next() {
        return switch (this) {
            case ACTIVE -> EnumSet.of(DISABLED);
            case DISABLED -> EnumSet.of(ACTIVE);
        };
    }

    StaffStatus to(StaffStatus next) {
        if (!next().contains(next)) {
            throw new IllegalStateException("no way from " + this + " to " + next);
        }
        return next;
    }
}
