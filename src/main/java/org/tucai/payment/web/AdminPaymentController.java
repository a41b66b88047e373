package org.tucai.payment.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Map;
import org.tucai.payment.ManualRefundService;
import org.tucai.payment.Payment;
import org.tucai.payment.PaymentBook;
import org.tucai.payment.PaymentStatus;
import org.tucai.payment.PaymentView;
import org.tucai.payment.Refund;
import org.tucai.payment.RefundBody;
import org.tucai.payment.RefundStatus;
import org.tucai.payment.RefundView;
import org.tucai.payment.RequestRefund;
import org.tucai.platform.idempotency.IdempotencyKey;
import org.tucai.platform.idempotency.NeedsIdempotencyKey;
import org.tucai.platform.money.Money;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.web.Cursor;
import org.tucai.platform.web.Language;
import org.tucai.platform.web.Page;
import org.tucai.platform.web.PlainText;

/** The manager's view of payments and refunds. */
@Controller("/api/v1/admin")
@Secured(Role.Names.MANAGER)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Money")
class AdminPaymentController {
    private final PaymentBook book;
    private final ManualRefundService refunds;

    AdminPaymentController(PaymentBook book, ManualRefundService refunds) {
        this.book = book;
        this.refunds = refunds;
    }

    /** Payments, newest first. */
    @Get("/payments{?status,attention,cursor,limit}")
    @Operation(
            summary =
                    "Lists payments, newest first; attention: only money that was not kept and is not back with its payer, and"
                            + " payments of which the channel says nothing for two days after their time")
    Page<PaymentView> listPayments(
            @Nullable @QueryValue PaymentStatus status,
            @QueryValue(defaultValue = "false") boolean attention,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "50") @Min(1) @Max(200) int limit,
            HttpRequest<?> request) {
        Language language = Language.of(request);
        return book.payments(status, attention, Cursor.decode(cursor, Cursor.END), limit)
                .map(p -> PaymentView.of(p, language));
    }

    @Get("/payments/{paymentNo}")
    @Operation(summary = "One payment")
    @ApiResponse(responseCode = "404", description = "not-found")
    PaymentView getPayment(String paymentNo, HttpRequest<?> request) {
        return PaymentView.of(book.payment(paymentNo), Language.of(request));
    }

    @Get("/refunds{?status,attention,cursor,limit}")
    @Operation(
            summary =
                    "Lists refunds, newest first; attention: only those the channel takes no more, did not carry out and nobody asked for anew,"
                            + " has not taken for two days, has taken and not carried out for 14, or carried out after a person had")
    Page<RefundView> listRefunds(
            @Nullable @QueryValue RefundStatus status,
            @QueryValue(defaultValue = "false") boolean attention,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "50") @Min(1) @Max(200) int limit,
            HttpRequest<?> request) {
        Language language = Language.of(request);
        Page<Refund> found = book.refunds(status, attention, Cursor.decode(cursor, Cursor.END), limit);
        Map<String, Payment> payments = book.paymentsOf(found.items());
        return found.map(r -> RefundView.of(r, payments.get(r.paymentNo()), language));
    }

    @Get("/refunds/{refundNo}")
    @Operation(summary = "One refund")
    @ApiResponse(responseCode = "404", description = "not-found")
    RefundView getRefund(String refundNo, HttpRequest<?> request) {
        Refund refund = book.refund(refundNo);
        return RefundView.of(refund, book.payment(refund.paymentNo()), Language.of(request));
    }

    @Post("/refunds/{refundNo}/retries")
    @NeedsIdempotencyKey
    @Operation(summary = "Asks the channel once more, with the same number, for a refund that got stuck")
    @ApiResponse(responseCode = "200", description = "The channel is asked next", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404", description = "not-found")
    @ApiResponse(responseCode = "409", description = "refund-not-stuck")
    RefundView retryRefund(String refundNo, Authentication authentication, HttpRequest<?> request) {
        return RefundView.of(refunds.retry(refundNo, Actor.of(authentication)), Language.of(request));
    }

    /**
     * How a person gave money back.
     *
     * @param note for the books, such as a receipt number; never personal data
     */
    @Serdeable
    record HandedBackBody(
            @NotBlank @Size(max = 200) @PlainText(lines = true)
            String note) {}

    @Post("/refunds/{refundNo}/settlements")
    @NeedsIdempotencyKey
    @Operation(
            summary =
                    "Records that a person gave back, outside the channel, money that the channel takes no more, whose refund it closed, or"
                            + " that it has not taken for 30 days; or has seen to money that went back by hand and by the channel")
    @ApiResponse(responseCode = "200", description = "Given back", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404", description = "not-found")
    @ApiResponse(responseCode = "409", description = "refund-not-by-hand, refund-above-remaining")
    RefundView settleRefundByHand(
            String refundNo, @Valid @Body HandedBackBody body, Authentication authentication, HttpRequest<?> request) {
        return RefundView.of(refunds.handedBack(refundNo, body.note(), Actor.of(authentication)), Language.of(request));
    }

    @Post("/payments/{paymentNo}/refunds")
    @NeedsIdempotencyKey
    @Operation(summary = "Gives money of one payment back, also such as no order kept")
    @ApiResponse(responseCode = "201", description = "Promised; the channel is asked next", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404", description = "not-found")
    @ApiResponse(
            responseCode = "409",
            description =
                    "nothing-to-refund, refund-above-remaining, refund-period-over, too-many-refunds, photo-in-review")
    HttpResponse<RefundView> refundPayment(
            String paymentNo, @Valid @Body RefundBody body, Authentication authentication, HttpRequest<?> request) {
        RefundView view = RefundView.of(
                refunds.request(new RequestRefund(
                        paymentNo,
                        Money.fen(body.amountMinor()),
                        body.reason(),
                        Actor.of(authentication),
                        IdempotencyKey.of(request))),
                Language.of(request));
        return HttpResponse.created(view, URI.create("/api/v1/admin/refunds/" + view.no()));
    }
}
