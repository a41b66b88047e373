package org.tucai.staff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tucai.testing.Race;
import org.tucai.testing.TucaiTest;

@TucaiTest
class FirstStaffMemberIT {
    private final StaffService staff;

    FirstStaffMemberIT(StaffService staff) {
        this.staff = staff;
    }

    @Test
    void ofTwoServersThatStartOnOneDatabaseOneMakesTheManager() {
        assertThat(Race.answers(this::start, this::start)).containsExactlyInAnyOrder(true, false);
    }

    private boolean start() {
        return new FirstStaffMember(staff, new Passwords()).create().isPresent();
    }
}
