package org.tucai.staff;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.state.Status;

/** Whether a staff member or a school's client may sign in. */
enum StaffStatus implements Status<StaffStatus> {
    /** May sign in. */
    ACTIVE,
    /** May not; all sessions were ended. */
    DISABLED;

    /** The name of the status that a filter by {@code active} asks for; null for both. */
    static @Nullable String named(@Nullable Boolean active) {
        return active == null ? null : (active ? ACTIVE : DISABLED).name();
    }

    @Override
    public Set<StaffStatus> next() {
        return switch (this) {
            case ACTIVE -> EnumSet.of(DISABLED);
            case DISABLED -> EnumSet.of(ACTIVE);
        };
    }
}
