package org.tucai.payment.sandbox;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** Simulates the payer's phone and bank. */
@Controller("/sandbox/payments")
@Secured(SecurityRule.IS_ANONYMOUS)
@Requires(property = "tucai.sandbox", value = "true")
@Tag(name = "Sandbox")
class SandboxPaymentController {
    private final SandboxChannelService channel;

    SandboxPaymentController(SandboxChannelService channel) {
        this.channel = channel;
    }

    /**
     * What the payer's phone shows.
     *
     * @param paid whether money was paid
     * @param transactionNo the channel's transaction number; null if the bank refused
     * @param paidMinor amount paid, in fen
     */
    @Serdeable
    @Schema(name = "SandboxPaidView")
    record PaidView(boolean paid, @Nullable String transactionNo, long paidMinor) {}

    /**
     * How refunds of this payment will end.
     *
     * @param outcome SUCCESS, CLOSED or ABNORMAL
     */
    @Serdeable
    @Schema(name = "SandboxRefundOutcomeBody")
    record OutcomeBody(@NotNull Outcome outcome) {}

    /** The outcomes a refund can have. */
    enum Outcome {
        SUCCESS,
        CLOSED,
        ABNORMAL
    }

    @Post("/{prepayNo}/pay")
    @Operation(summary = "Pays a prepared payment: exactly, less, twice, late, after closing, or not at all")
    @ApiResponse(responseCode = "200", description = "What the payer sees")
    PaidView paySandboxPayment(String prepayNo, @Nullable @Valid @Body PayWish wish) {
        return channel.pay(prepayNo, wish == null ? PayWish.EXACTLY : wish)
                .map(money -> new PaidView(true, money.transactionNo(), money.paidMinor()))
                .orElseGet(() -> new PaidView(false, null, 0));
    }

    @Post("/{prepayNo}/refund-outcomes")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Sets the outcome of this payment's refunds from now on")
    @ApiResponse(responseCode = "204", description = "Set")
    void chooseSandboxRefundOutcome(String prepayNo, @Valid @Body OutcomeBody body) {
        channel.refundsEnd(prepayNo, body.outcome().name());
    }
}
