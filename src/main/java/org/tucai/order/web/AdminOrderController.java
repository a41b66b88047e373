package org.tucai.order.web;

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
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tucai.order.AdminOrderService;
import org.tucai.order.Order;
import org.tucai.order.OrderBook;
import org.tucai.order.OrderLine;
import org.tucai.order.OrderStatus;
import org.tucai.payment.PaymentBook;
import org.tucai.payment.PaymentView;
import org.tucai.payment.Refund;
import org.tucai.payment.RefundBody;
import org.tucai.payment.RefundStep;
import org.tucai.payment.RefundView;
import org.tucai.platform.idempotency.IdempotencyKey;
import org.tucai.platform.idempotency.NeedsIdempotencyKey;
import org.tucai.platform.money.Money;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.web.Cursor;
import org.tucai.platform.web.Language;
import org.tucai.platform.web.Page;

/** The manager's view of orders. */
@Controller("/api/v1/admin/orders")
@Secured(Role.Names.MANAGER)
@Tag(name = "Money")
class AdminOrderController {
    private final OrderBook orders;
    private final PaymentBook payments;
    private final AdminOrderService service;
    private final InstantSource clock;

    AdminOrderController(OrderBook orders, PaymentBook payments, AdminOrderService service, InstantSource clock) {
        this.orders = orders;
        this.payments = payments;
        this.service = service;
        this.clock = clock;
    }

    @Get("{?status,campaignNo,accountNo,cursor,limit}")
    @Operation(summary = "Lists orders, newest first")
    Page<OrderView> listOrders(
            @Nullable @QueryValue OrderStatus status,
            @Nullable @QueryValue String campaignNo,
            @Nullable @QueryValue String accountNo,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "50") @Min(1) @Max(200) int limit,
            HttpRequest<?> request) {
        Language language = Language.of(request);
        Page<Order> page = orders.orders(accountNo, campaignNo, status, Cursor.decode(cursor, Cursor.END), limit);
        Function<Order, List<OrderLine>> lines = orders.linesOf(page.items());
        return page.map(o -> OrderView.of(o, lines.apply(o), clock.instant(), language));
    }

    @Get("/{orderNo}")
    @Operation(summary = "Returns one order with its payments and refunds")
    AdminOrderView getOrder(String orderNo, HttpRequest<?> request) {
        Language language = Language.of(request);
        Order order = orders.require(orderNo);
        List<Refund> refunds = payments.refundsOf(orderNo);
        Map<String, RefundStep> steps = payments.steps(refunds, payments.paymentsOf(refunds));
        return new AdminOrderView(
                OrderView.of(order, orders.linesOf(order), clock.instant(), language),
                order.accountNo(),
                payments.paymentsOf(orderNo).stream()
                        .map(p -> PaymentView.of(p, language))
                        .toList(),
                refunds.stream()
                        .map(r -> RefundView.of(r, steps.get(r.no()), null, language))
                        .toList());
    }

    @Get("/{orderNo}/address")
    @Operation(summary = "Returns the delivery address of the prints; every access is audited")
    AddressBody getOrderAddress(String orderNo, Authentication authentication) {
        return AddressBody.of(service.address(orderNo, Actor.of(authentication)));
    }

    @Post("/{orderNo}/refunds")
    @NeedsIdempotencyKey
    @Operation(
            summary = "Refunds money of an order",
            description =
                    "Prints not yet sent are cancelled once the remaining amount covers no more than the capture fee. A"
                            + " full refund while the photo is in review takes the photo out of review until it is paid"
                            + " again. If the campaign no longer takes payments, it is refused until the review ends.")
    @ApiResponse(responseCode = "201", description = "Requested; the channel is asked next", useReturnTypeSchema = true)
    HttpResponse<RefundView> refundOrder(
            String orderNo, @Valid @Body RefundBody body, Authentication authentication, HttpRequest<?> request) {
        Refund refund = service.refund(
                orderNo,
                Money.fen(body.amountMinor()),
                body.reason(),
                Actor.of(authentication),
                IdempotencyKey.of(request));
        RefundView view = RefundView.of(refund, Language.of(request));
        return HttpResponse.created(view, URI.create("/api/v1/admin/refunds/" + view.no()));
    }
}
