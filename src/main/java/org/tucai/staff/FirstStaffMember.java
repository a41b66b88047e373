package org.tucai.staff;

import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.tucai.platform.problem.ProblemException;

/**
 * Creates the manager {@code manager} on the first start. The one-time password is shown once, on the console and never in the
 * log, which is kept and copied.
 */
@Singleton
public class FirstStaffMember {
    /** The name to sign in with. */
    public static final String NAME = "manager";

    private final StaffService staff;
    private final Passwords passwords;

    FirstStaffMember(StaffService staff, Passwords passwords) {
        this.staff = staff;
        this.passwords = passwords;
    }

    @EventListener
    @SuppressWarnings("SystemOut")
    void show(ServerStartupEvent event) {
        create().ifPresent(password -> System.out.printf(
                "First start: sign in as '%s' with the one-time password %s and set your own (POST /api/v1/review/sessions).%n"
                        + "首次启动：请用账号 %s 和以上一次性密码登录（POST /api/v1/review/sessions），并设置新密码。%n",
                NAME, password, NAME));
    }

    /** Creates the manager and returns the one-time password; empty if there are staff already. */
    public Optional<String> create() {
        if (staff.any()) {
            return Optional.empty();
        }
        String password = passwords.oneTime();
        try {
            return staff.createFirst(NAME, passwords.hash(password)) ? Optional.of(password) : Optional.empty();
        } catch (ProblemException e) { // another server starting on the same database was faster
            return Optional.empty();
        }
    }
}
