package org.tucai.forwarding;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.OffsetDateTime;
import org.tucai.platform.security.Role;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Cursor;
import org.tucai.platform.web.Language;
import org.tucai.platform.web.Page;

@Tag(name = "Forwarding")
@Controller("/api/v1/admin/packages")
@Secured(Role.Names.MANAGER)
class PackageController {
    private final ForwardingService forwarding;

    PackageController(ForwardingService forwarding) {
        this.forwarding = forwarding;
    }

    /**
     * A package; while it waits, {@code lastFailure} is the reason why its last try failed.
     *
     * @param answeredAt when the authority acknowledged or returned it
     * @param receiptNo the authority's number for it
     * @param reason why the authority returned it, in its own words
     */
    @Serdeable
    record PackageView(
            String no,
            String captureNo,
            String photoNo,
            PackageStatus status,
            String statusText,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime answeredAt,
            @Nullable String receiptNo,
            @Nullable String reason,
            int failedTries,
            @Nullable String lastFailure,
            @Nullable OffsetDateTime failedAt) {
        static PackageView of(ForwardedPackage p, Language language) {
            return new PackageView(
                    p.no(),
                    p.captureNo(),
                    p.photoNo(),
                    p.status(),
                    p.status().text(language),
                    ChinaTime.offset(p.createdAt()),
                    ChinaTime.offsetOrNull(p.answeredAt()),
                    p.receiptNo(),
                    p.reason(),
                    p.tries(),
                    p.lastFailure(),
                    ChinaTime.offsetOrNull(p.failedAt()));
        }
    }

    @Operation(summary = "Lists packages to the authority, newest first")
    @Get("{?status,captureNo,cursor,limit}")
    Page<PackageView> listPackages(
            @QueryValue @Nullable PackageStatus status,
            @QueryValue @Nullable String captureNo,
            @QueryValue @Nullable String cursor,
            @QueryValue(defaultValue = "50") @Min(1) @Max(200) int limit,
            HttpRequest<?> request) {
        return Page.of(
                        forwarding.list(status, captureNo, Cursor.decode(cursor, Cursor.END), limit + 1),
                        limit,
                        p -> new Cursor(p.createdAt(), p.no()))
                .map(p -> PackageView.of(p, Language.of(request)));
    }

    @Operation(summary = "Reads a package")
    @Get("/{packageNo}")
    PackageView readPackage(String packageNo, HttpRequest<?> request) {
        return PackageView.of(forwarding.require(packageNo), Language.of(request));
    }
}
