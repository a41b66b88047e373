package org.tucai.staff;

import java.util.EnumSet;
import java.util.Set;
import org.tucai.platform.state.Status;

/** Whether a staff member or a school's client may sign in. */
enum StaffStatus implements Status<StaffStatus> {
    /** May sign in. */
    ACTIVE,
    /** May not; all sessions were ended. */
    DISABLED;

    @Override
    public Set<StaffStatus> next() {
        return switch (this) {
            case ACTIVE -> EnumSet.of(DISABLED);
            case DISABLED -> EnumSet.of(ACTIVE);
        };
    }
}
