package org.tucai.staff;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.tucai.platform.db.Row;
import org.tucai.platform.security.Role;

/**
 * A reviewer or manager.
 *
 * @param name to sign in with, lower case
 * @param passwordHash Argon2id as a PHC string
 * @param mustChange whether the password is a one-time password
 */
@Row
@MappedEntity("staff_member")
record StaffMember(
        @Id @GeneratedValue @Nullable Long id,
        String no,
        String name,
        String displayName,
        Role role,
        String passwordHash,
        boolean mustChange,
        StaffStatus status,
        Instant createdAt,
        @Version int version) {

    StaffMember withPassword(String hash, boolean oneTime) {
        return StaffMemberBuilder.builder(this)
                .passwordHash(hash)
                .mustChange(oneTime)
                .build();
    }

    StaffMember with(String newDisplayName, Role newRole) {
        return StaffMemberBuilder.builder(this)
                .displayName(newDisplayName)
                .role(newRole)
                .build();
    }

    StaffMember to(StaffStatus next) {
        return StaffMemberBuilder.builder(this).status(status.to(next, no)).build();
    }

    /** Without the hash. */
    @Override
    public String toString() {
        return "StaffMember[" + no + "]";
    }
}
