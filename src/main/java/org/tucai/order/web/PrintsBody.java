package org.tucai.order.web;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.tucai.order.Prints;

/**
 * Extra prints wanted.
 *
 * @param count 1-20
 */
@Serdeable
record PrintsBody(
        @Min(1) @Max(Prints.MOST) @Schema(example = "2") int count,
        @NotNull @Valid AddressBody address) {
    Prints toPrints() {
        return new Prints(count, address.toAddress());
    }
}
