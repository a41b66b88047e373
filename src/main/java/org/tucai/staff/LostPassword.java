package org.tucai.staff;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import org.tucai.platform.security.Actor;

/**
 * Restores access for a manager who has lost the password and has no colleague to reset it. Not part of the API: only reached by {@code
 * tucai new-password}, which requires access to the data folder.
 */
@Singleton
public class LostPassword {
    private final StaffService staff;
    private final StaffSignIn signIn;

    LostPassword(StaffService staff, StaffSignIn signIn) {
        this.staff = staff;
        this.signIn = signIn;
    }

    /**
     * Sets a one-time password for the member with this name and ends the member's sessions; the reset is audited.
     *
     * @return the one-time password; empty if there is no such member
     */
    public Optional<String> renew(String name) {
        return staff.named(name.strip().toLowerCase(Locale.ROOT))
                .map(member -> signIn.resetPassword(member.no(), Actor.SYSTEM));
    }
}
