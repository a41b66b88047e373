package org.tucai.platform.security;

import io.micronaut.security.authentication.Authentication;

/**
 * Who does something.
 *
 * @param role in which role
 * @param no public number of the account, staff member or school client; {@code system} for the program
 */
public record Actor(Role role, String no) {
    public static final Actor SYSTEM = new Actor(Role.SYSTEM, "system");

    /** The caller of a request: the token's subject and its first role. */
    public static Actor of(Authentication authentication) {
        Role role = authentication.getRoles().stream()
                .map(Role::valueOf)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("token without a role"));
        return new Actor(role, authentication.getName());
    }

    /** The actor written in a history or audit row. */
    public static Actor parse(String written) {
        String[] parts = written.split(":", 2);
        return new Actor(Role.valueOf(parts[0]), parts[1]);
    }

    /** {@code STUDENT:acc_…}, as history and audit rows keep it. */
    @Override
    public String toString() {
        return role + ":" + no;
    }
}
