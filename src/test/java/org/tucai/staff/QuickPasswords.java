package org.tucai.staff;

import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;

/** Hashes as the program does, but at the least cost that Argon2 knows: nearly every test signs several people in. */
@Singleton
@Replaces(Passwords.class)
class QuickPasswords extends Passwords {
    private static final int LEAST_KIB = 8;

    QuickPasswords() {
        super(LEAST_KIB);
    }
}
