package org.tucai.payment;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.tucai.platform.web.PlainText;

/**
 * Requests a refund.
 *
 * @param amountMinor amount in fen, at most what remains
 * @param reason shown to the payer; at most 80 characters
 */
@Serdeable
@Schema(name = "RequestRefundBody")
public record RefundBody(
        @Positive @Schema(example = "1500") long amountMinor,

        @NotBlank @Size(max = 80) @PlainText @Schema(example = "重复缴费，协商退款")
        String reason) {}
