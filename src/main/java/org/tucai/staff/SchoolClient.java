package org.tucai.staff;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import org.tucai.platform.db.Row;

/**
 * A client program of a school.
 *
 * @param schoolNo the one school whose data it may read
 * @param secretHash SHA-256 of its secret; no slow hash is needed for 256 random bits
 * @param previousHash hash of the secret before the last rotation
 * @param previousUntil when the previous secret expires
 */
@Row
@MappedEntity("school_client")
record SchoolClient(
        @Id @GeneratedValue @Nullable Long id,
        String no,
        String schoolNo,
        String name,
        String secretHash,
        @Nullable String previousHash,
        @Nullable Instant previousUntil,
        StaffStatus status,
        Instant createdAt,
        @Version int version) {

    boolean accepts(String hash, Instant now) {
        return same(secretHash, hash) || (previousHash != null && formerUntil(now) != null && same(previousHash, hash));
    }

    /** Until when the secret before the last rotation is accepted; null if it no longer is. */
    @Nullable
    Instant formerUntil(Instant now) {
        return previousUntil != null && now.isBefore(previousUntil) ? previousUntil : null;
    }

    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.US_ASCII), b.getBytes(StandardCharsets.US_ASCII));
    }

    /** With a new secret; the former one stays valid for a while, so that the school can switch without a gap. */
    SchoolClient rotated(String hash, Duration overlap, Instant now) {
        boolean keep = overlap.isPositive();
        return SchoolClientBuilder.builder(this)
                .secretHash(hash)
                .previousHash(keep ? secretHash : null)
                .previousUntil(keep ? now.plus(overlap) : null)
                .build();
    }

    SchoolClient to(StaffStatus next) {
        return SchoolClientBuilder.builder(this).status(status.to(next, no)).build();
    }

    /** Without the hashes. */
    @Override
    public String toString() {
        return "SchoolClient[" + no + "]";
    }
}
