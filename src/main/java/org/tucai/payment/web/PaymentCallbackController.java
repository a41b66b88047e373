package org.tucai.payment.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.tucai.payment.PaymentCallbacks;

/** Receives the callbacks of payment channels, which are authenticated by the channel's signature. */
@Controller("/callbacks/payments")
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "Callbacks")
class PaymentCallbackController {
    private final PaymentCallbacks callbacks;

    PaymentCallbackController(PaymentCallbacks callbacks) {
        this.callbacks = callbacks;
    }

    @Post("/{gateway}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Receives the news of a payment or refund, signed by the channel; can be repeated safely")
    @ApiResponse(responseCode = "204", description = "Recorded, or already known")
    void receivePaymentCallback(String gateway, @Body String body, HttpRequest<?> request) {
        callbacks.receive(gateway, name -> request.getHeaders().get(name), body);
    }
}
