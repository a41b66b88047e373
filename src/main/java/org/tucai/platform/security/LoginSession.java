package org.tucai.platform.security;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Duration;
import java.time.Instant;
import org.tucai.platform.db.Row;

/**
 * One sign-in of one subject on one device.
 *
 * @param subject public number of the account, staff member or school client
 * @param device what the client called itself
 * @param generation of the refresh token that is good; older ones were used
 * @param idleUntil last instant to refresh
 * @param endsAt end in any case
 * @param endedAt when it was ended before its time
 */
@Row
@MappedEntity("login_session")
record LoginSession(
        @Id @GeneratedValue @Nullable Long id,
        String no,
        String subject,
        Role role,
        String device,
        int generation,
        Instant createdAt,
        Instant refreshedAt,
        Instant idleUntil,
        Instant endsAt,
        @Nullable Instant endedAt,
        @Nullable String endCause,
        @Version int version) {
    /** How long a refresh is answered once more: a phone that loses the answer asks again within seconds. */
    static final Duration LOST_ANSWER = Duration.ofSeconds(30);

    boolean live(Instant now) {
        return endedAt == null && now.isBefore(idleUntil) && now.isBefore(endsAt);
    }

    /**
     * Whether the token of that generation was exchanged for the one that is good a moment ago, and that was not used yet: its owner may
     * not have got the answer.
     */
    boolean mayHaveLostTheAnswer(int used, Instant now) {
        return used == generation - 1
                && Duration.between(refreshedAt, now).abs().compareTo(LOST_ANSWER)
                        < 0; // abs: the clock may be set back
    }

    LoginSession refreshed(Instant now, Duration idle) {
        Instant until = now.plus(idle);
        return LoginSessionBuilder.builder(this)
                .generation(generation + 1)
                .refreshedAt(now)
                .idleUntil(until.isAfter(endsAt) ? endsAt : until)
                .build();
    }
}
