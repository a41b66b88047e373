package org.tucai.forwarding;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.tucai.authority.PackageAnswer;

/**
 * One accepted photo and what the authority said to it. The package itself is built anew for each try and never stored.
 *
 * @param no {@code pkg_…}; the authority knows the package by it
 * @param receiptNo the authority's number
 * @param reason why it was returned
 * @param tries failed tries
 * @param lastFailure what a person has to know about the last failed try
 */
@MappedEntity("photo_package")
public record ForwardedPackage(
        @Id @GeneratedValue @Nullable Long id,
        String no,
        String captureNo,
        String photoNo,
        PackageStatus status,
        Instant createdAt,
        @Nullable Instant answeredAt,
        @Nullable String receiptNo,
        @Nullable String reason,
        int tries,
        @Nullable String lastFailure,
        @Nullable Instant failedAt,
        @Version int version) {
    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_RECEIPT = 40;

    static ForwardedPackage waiting(String no, String captureNo, String photoNo, Instant at) {
        return new ForwardedPackage(
                null, no, captureNo, photoNo, PackageStatus.WAITING, at, null, null, null, 0, null, null, 0);
    }

    ForwardedPackage answered(PackageAnswer answer, Instant at) {
        String why = answer.reason();
        return to(
                answer.accepted() ? PackageStatus.ACKNOWLEDGED : PackageStatus.RETURNED,
                at,
                cut(answer.receiptNo(), LONGEST_RECEIPT),
                why == null ? null : cut(why, LONGEST_REASON));
    }

    ForwardedPackage cancelled(Instant at) {
        return to(PackageStatus.CANCELLED, at, null, null);
    }

    ForwardedPackage failed(String why, Instant at) {
        return new ForwardedPackage(
                id,
                no,
                captureNo,
                photoNo,
                status,
                createdAt,
                answeredAt,
                receiptNo,
                reason,
                tries + 1,
                cut(why, LONGEST_REASON),
                at,
                version);
    }

    private ForwardedPackage to(PackageStatus wanted, Instant at, @Nullable String receipt, @Nullable String why) {
        if (!status.next().contains(wanted)) {
            throw new IllegalStateException(no + ": " + status + " does not lead to " + wanted);
        }
        return new ForwardedPackage(
                id, no, captureNo, photoNo, wanted, createdAt, at, receipt, why, tries, lastFailure, failedAt, version);
    }

    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(longest, text.length()));
    }
}
