package org.tucai.order.web;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.tucai.order.OrderProblem;
import org.tucai.order.Prints;
import org.tucai.platform.problem.ProblemException;

/**
 * Extra prints to order.
 *
 * @param count 1-20
 */
@Serdeable
public record PrintsBody(
        @Min(1) @Max(Prints.MOST) @Schema(example = "2") int count,
        @NotNull @Valid AddressBody address) {
    /**
     * As the order keeps them.
     *
     * @throws ProblemException {@link OrderProblem#ADDRESS_INVALID}
     */
    public Prints toPrints() {
        return new Prints(count, address.toAddress());
    }
}
