package org.tucai.capture.web;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import org.tucai.capture.InspectionSwitch;

/** Switches the inspection of uploads off and on, for load tests of a sandbox server. */
@Hidden
@Controller("/sandbox/inspection")
@Secured(SecurityRule.IS_ANONYMOUS)
@Requires(property = "tucai.sandbox", value = "true")
class SandboxInspectionController {
    private final InspectionSwitch inspection;

    SandboxInspectionController(InspectionSwitch inspection) {
        this.inspection = inspection;
    }

    /** Whether uploads are looked at. */
    @Serdeable
    record InspectionBody(boolean on) {}

    @Put
    @Status(HttpStatus.NO_CONTENT)
    void set(@Body InspectionBody body) {
        inspection.set(body.on());
    }
}
