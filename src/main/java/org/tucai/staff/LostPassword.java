package org.tucai.staff;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import org.tucai.platform.security.Actor;

/**
 * The way back in for a manager who has lost the password and has no colleague to reset it. Only who holds the data folder comes here,
 * by {@code tucai new-password}: it is no request.
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
     * A one-time password for the member of that name, whose sessions end; it stands in the audit trail.
     *
     * @return empty when there is no such member
     */
    public Optional<String> renew(String name) {
        return staff.named(name.strip().toLowerCase(Locale.ROOT))
                .map(member -> signIn.resetPassword(member.no(), Actor.SYSTEM));
    }
}
