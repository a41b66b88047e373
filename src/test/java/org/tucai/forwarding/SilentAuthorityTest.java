package org.tucai.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tucai.authority.AuthorityUnavailable;
import org.tucai.testing.MutableClock;

class SilentAuthorityTest {
    private static final String HERE = "http://127.0.0.1:8090";

    private final MutableClock clock = new MutableClock();
    private final SilentAuthority authority = new SilentAuthority(clock);
    private int asked;

    @Test
    void isAskedAgainAfterHalfAMinute() {
        askInVain();
        askInVain();
        assertThat(asked).isEqualTo(1);

        clock.advance(SilentAuthority.PAUSE);
        assertThat(authority.ask(HERE, () -> "back")).isEqualTo("back");
        askInVain();

        assertThat(asked).isEqualTo(2);
    }

    @Test
    void isAskedByOnlyOneWhoTriesAgain() {
        askInVain();
        clock.advance(SilentAuthority.PAUSE);

        authority.ask(HERE, () -> {
            askInVain();
            return "back";
        });

        assertThat(asked).isEqualTo(1);
    }

    @Test
    void isAskedAtAnotherAddressAtOnce() {
        askInVain();

        assertThat(authority.ask("http://127.0.0.1:9090", () -> "there")).isEqualTo("there");
    }

    @Test
    void isNotSilentWhenItRefusesOnePackage() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> authority.ask(HERE, () -> {
                        asked++;
                        throw new AuthorityUnavailable("the authority answered 500");
                    }))
                    .hasMessage("the authority answered 500");
        }

        assertThat(asked).isEqualTo(2);
    }

    @Test
    void isAskedAgainThoughTheClockWasSetBack() {
        askInVain();
        clock.advance(Duration.ofHours(-1));

        assertThat(authority.ask(HERE, () -> "back")).isEqualTo("back");
    }

    private void askInVain() {
        assertThatThrownBy(() -> authority.ask(HERE, () -> {
                    asked++;
                    throw AuthorityUnavailable.silent("no answer", new IOException("timed out"));
                }))
                .isInstanceOf(AuthorityUnavailable.class)
                .hasMessage("no answer");
    }
}
