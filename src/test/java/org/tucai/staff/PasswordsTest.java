package org.tucai.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tucai.platform.problem.ProblemException;

class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @Test
    void verifiesThePasswordThatWasHashed() {
        String hash = passwords.hash("密码 correct horse");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").hasSizeLessThan(160);
        assertThat(passwords.matches("密码 correct horse", hash)).isTrue();
        assertThat(passwords.matches("密码 correct horsf", hash)).isFalse();
        assertThat(passwords.hash("密码 correct horse")).isNotEqualTo(hash);
    }

    /** Whose digits are others: with them in the hash nobody could sign in. */
    @Test
    void aHashDoesNotDependOnTheLanguageOfTheMachine() {
        Locale usual = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            assertThat(passwords.matches("correct horse", passwords.hash("correct horse")))
                    .isTrue();
        } finally {
            Locale.setDefault(usual);
        }
    }

    /** Computed by the reference implementation: {@code echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1 -l 32 -e}. */
    @Test
    void readsTheHashOfTheReferenceImplementation() {
        String reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

        assertThat(passwords.matches("password", reference)).isTrue();
    }

    @Test
    void oneTimePasswordsAreReadableAndDiffer() {
        assertThat(passwords.oneTime()).matches("([2-9A-HJ-NP-TV-Z]{4}-){3}[2-9A-HJ-NP-TV-Z]{4}");
        assertThat(passwords.oneTime()).isNotEqualTo(passwords.oneTime());
    }

    @Test
    void refusesWeakPasswords() {
        for (String weak : new String[] {"short", "aaaaaaaaaaaa", "my-wang-password", "ababababab"}) {
            assertThatThrownBy(() -> Passwords.requireGood(weak, "wang"))
                    .as(weak)
                    .isInstanceOf(ProblemException.class);
        }
        Passwords.requireGood("correct horse 42", "wang");
    }
}
