package org.tucai.forwarding;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.tucai.authority.PackageAnswer;
import org.tucai.platform.db.ColumnText;
import org.tucai.platform.db.Row;
import org.tucai.platform.privacy.SealedText;

/**
 * One accepted photo and the authority's answer. The package itself is built for each try and never stored.
 *
 * @param no {@code pkg_…}; the authority identifies the package by it
 * @param receiptNo the authority's number
 * @param reason why the photo was returned
 * @param tries number of failed tries
 * @param lastFailure why the last try failed, for a person to read
 */
@Row
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

        @MappedProperty(converter = SealedText.class) @Nullable
        String reason,

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
        return moved(answer.accepted() ? PackageStatus.ACKNOWLEDGED : PackageStatus.RETURNED, at)
                .receiptNo(ColumnText.cut(answer.receiptNo(), LONGEST_RECEIPT))
                .reason(why == null || why.isBlank() ? null : ColumnText.cut(why, LONGEST_REASON))
                .build();
    }

    ForwardedPackage cancelled(Instant at) {
        return moved(PackageStatus.CANCELLED, at).build();
    }

    ForwardedPackage failed(String why, Instant at) {
        return ForwardedPackageBuilder.builder(this)
                .tries(tries + 1)
                .lastFailure(ColumnText.cut(why, LONGEST_REASON))
                .failedAt(at)
                .build();
    }

    private ForwardedPackageBuilder moved(PackageStatus wanted, Instant at) {
        return ForwardedPackageBuilder.builder(this)
                .status(status.to(wanted, no))
                .answeredAt(at);
    }
}
