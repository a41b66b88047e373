package org.tucai.forwarding;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import org.tucai.authority.AuthorityLine;
import org.tucai.platform.security.Role;
import org.tucai.platform.time.ChinaTime;

/** Whether packages get through to the authority. */
@Tag(name = "Forwarding")
@Controller("/api/v1/admin/package-line")
@Secured(Role.Names.MANAGER)
class PackageLineController {
    private final ForwardingService forwarding;
    private final AuthorityLine line;

    PackageLineController(ForwardingService forwarding, AuthorityLine line) {
        this.forwarding = forwarding;
        this.line = line;
    }

    /**
     * State of the line to the authority.
     *
     * @param connected whether an authority is configured
     * @param stuck whether a package has been waiting for more than a day
     * @param failing how many of the waiting packages have failed at least once
     * @param waitingSince since when the oldest waiting package has waited
     */
    @Serdeable
    record PackageLineView(
            boolean connected,
            boolean stuck,
            long waiting,
            long failing,
            @Nullable OffsetDateTime waitingSince,
            @Nullable String lastFailure) {}

    @Operation(summary = "Shows whether packages get through to the authority, how many wait, and why")
    @Get
    PackageLineView showPackageLine() {
        ForwardingService.Line now = forwarding.line();
        return new PackageLineView(
                line.isConnected(),
                now.stuck(),
                now.queue().waiting(),
                now.queue().failing(),
                ChinaTime.offsetOrNull(now.queue().since()),
                now.queue().lastFailure());
    }
}
