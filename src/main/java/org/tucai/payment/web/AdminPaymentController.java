package org.tucai.payment.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
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
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.tucai.payment.ManualRefundService;
import org.tucai.payment.Payment;
import org.tucai.payment.PaymentBook;
import org.tucai.payment.PaymentStatus;
import org.tucai.payment.PaymentView;
import org.tucai.payment.Refund;
import org.tucai.payment.RefundBody;
import org.tucai.payment.RefundStatus;
import org.tucai.payment.RefundStep;
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
@Tag(name = "Money")
class AdminPaymentController {
    private final PaymentBook book;
    private final ManualRefundService refunds;

    AdminPaymentController(PaymentBook book, ManualRefundService refunds) {
        this.book = book;
        this.refunds = refunds;
    }

    @Get("/payments{?status,attention,transactionNo,cursor,limit}")
    @Operation(
            summary = "Lists payments, newest first",
            description =
                    "With `attention=true`, only payments whose money was not kept and has not been fully refunded, and"
                            + " unpaid ones on which the channel is still silent two days after they expired. With"
                            + " `transactionNo`, only the payment with exactly that number at its channel, such as the"
                            + " 微信交易单号 on the payer's bill and on the channel's.")
    Page<PaymentView> listPayments(
            @Nullable @QueryValue PaymentStatus status,
            @QueryValue(defaultValue = "false") boolean attention,
            @Nullable @QueryValue @Size(min = 1, max = 80) String transactionNo,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "50") @Min(1) @Max(200) int limit,
            HttpRequest<?> request) {
        Language language = Language.of(request);
        return book.payments(status, attention, transactionNo, Cursor.decode(cursor, Cursor.END), limit)
                .map(p -> PaymentView.of(p, language));
    }

    @Get("/payments/{paymentNo}")
    @Operation(summary = "Returns one payment")
    PaymentView getPayment(String paymentNo, HttpRequest<?> request) {
        return PaymentView.of(book.payment(paymentNo), Language.of(request));
    }

    @Get("/refunds{?status,attention,cursor,limit}")
    @Operation(
            summary = "Lists refunds, newest first",
            description =
                    "With `attention=true`, only those that need a person: ABNORMAL, BY_HAND or BACK_TWICE; CLOSED and"
                            + " not requested again; SUBMITTED for two days; PROCESSING for 14 days. `whatNow` says"
                            + " what to do about each.")
    Page<RefundView> listRefunds(
            @Nullable @QueryValue RefundStatus status,
            @QueryValue(defaultValue = "false") boolean attention,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "50") @Min(1) @Max(200) int limit,
            HttpRequest<?> request) {
        Language language = Language.of(request);
        Page<Refund> found = book.refunds(status, attention, Cursor.decode(cursor, Cursor.END), limit);
        Map<String, Payment> payments = book.paymentsOf(found.items());
        Map<String, RefundStep> steps = book.steps(found.items(), payments);
        return found.map(r -> RefundView.of(r, steps.get(r.no()), payments.get(r.paymentNo()), language));
    }

    @Get("/refunds/{refundNo}")
    @Operation(summary = "Returns one refund")
    RefundView getRefund(String refundNo, HttpRequest<?> request) {
        return view(book.refund(refundNo), request);
    }

    @Post("/refunds/{refundNo}/retries")
    @NeedsIdempotencyKey
    @Operation(summary = "Submits a stuck refund to the payment channel again, with the same number")
    @ApiResponse(responseCode = "200", description = "The channel is asked next", useReturnTypeSchema = true)
    RefundView retryRefund(String refundNo, Authentication authentication, HttpRequest<?> request) {
        return view(refunds.retry(refundNo, Actor.of(authentication)), request);
    }

    /**
     * How a person refunded money outside the channel.
     *
     * @param note for the books, such as a receipt number; the student reads it too, and it must hold no personal data
     * @param amountMinor in fen; required where less than the refund is {@code owed}, and then all of that; the whole refund without it
     */
    @Serdeable
    record HandedBackBody(
            @NotBlank @Size(max = 200) @PlainText(lines = true)
            String note,

            @Nullable @Positive Long amountMinor) {}

    @Post("/refunds/{refundNo}/settlements")
    @NeedsIdempotencyKey
    @Operation(
            summary = "Records that a person settled a refund outside the payment channel",
            description =
                    "For refunds that are BY_HAND, CLOSED and not requested again, or SUBMITTED for 30 days: a person"
                            + " refunded the money. For BACK_TWICE: a person has dealt with the excess. Where part of a CLOSED"
                            + " refund was refunded since, so that less is owed (`owed`), the answer is a"
                            + " refund of its own, of that amount; the closed one then needs no attention.")
    @ApiResponse(responseCode = "200", description = "Settled", useReturnTypeSchema = true)
    RefundView settleRefundByHand(
            String refundNo, @Valid @Body HandedBackBody body, Authentication authentication, HttpRequest<?> request) {
        Actor by = Actor.of(authentication);
        Long minor = body.amountMinor();
        Refund settled = minor == null || minor == book.refund(refundNo).amountMinor()
                ? refunds.handedBack(refundNo, body.note(), by)
                : refunds.restHandedBack(refundNo, minor, body.note(), by);
        return RefundView.of(settled, Language.of(request));
    }

    @Post("/payments/{paymentNo}/refunds")
    @NeedsIdempotencyKey
    @Operation(summary = "Refunds money of one payment, including money not kept for any order")
    @ApiResponse(responseCode = "201", description = "Requested; the channel is asked next", useReturnTypeSchema = true)
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

    private RefundView view(Refund refund, HttpRequest<?> request) {
        Map<String, Payment> payments = book.paymentsOf(List.of(refund));
        RefundStep step = book.steps(List.of(refund), payments).get(refund.no());
        return RefundView.of(refund, step, payments.get(refund.paymentNo()), Language.of(request));
    }
}
