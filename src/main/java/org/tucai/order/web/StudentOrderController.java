package org.tucai.order.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
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
import java.util.function.Function;
import org.tucai.order.CheckoutService;
import org.tucai.order.Order;
import org.tucai.order.OrderBook;
import org.tucai.order.OrderLine;
import org.tucai.order.PayerRefunds;
import org.tucai.order.ShipmentService;
import org.tucai.payment.RefundView;
import org.tucai.platform.idempotency.NeedsIdempotencyKey;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.web.Cursor;
import org.tucai.platform.web.Language;
import org.tucai.platform.web.Page;
import org.tucai.platform.web.Revalidated;

/** The student's own orders. */
@Controller("/api/v1/student/orders")
@Secured(Role.Names.STUDENT)
@Tag(name = "Orders")
class StudentOrderController {
    private final OrderBook orders;
    private final CheckoutService checkout;
    private final PaymentDesk desk;
    private final PayerRefunds refunds;
    private final ShipmentService shipments;
    private final InstantSource clock;

    StudentOrderController(
            OrderBook orders,
            CheckoutService checkout,
            PaymentDesk desk,
            PayerRefunds refunds,
            ShipmentService shipments,
            InstantSource clock) {
        this.orders = orders;
        this.checkout = checkout;
        this.desk = desk;
        this.refunds = refunds;
        this.shipments = shipments;
        this.clock = clock;
    }

    @Revalidated
    @Get("{?cursor,limit}")
    @Operation(summary = "Lists the student's orders, newest first")
    Page<OrderView> listMyOrders(
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "50") @Min(1) @Max(200) int limit,
            Authentication authentication,
            HttpRequest<?> request) {
        Language language = Language.of(request);
        Page<Order> page =
                orders.orders(Actor.of(authentication).no(), null, null, Cursor.decode(cursor, Cursor.END), limit);
        Function<Order, List<OrderLine>> lines = orders.linesOf(page.items());
        return page.map(o -> OrderView.of(o, lines.apply(o), clock.instant(), language));
    }

    @Revalidated
    @Get("/{orderNo}")
    @Operation(summary = "Returns one order")
    OrderView getMyOrder(String orderNo, Authentication authentication, HttpRequest<?> request) {
        return view(orders.requireOf(orderNo, Actor.of(authentication).no()), request);
    }

    @Get("/{orderNo}/refunds")
    @Operation(summary = "Lists the refunds of one order, oldest first")
    List<RefundView> listMyRefunds(String orderNo, Authentication authentication, HttpRequest<?> request) {
        Order order = orders.requireOf(orderNo, Actor.of(authentication).no());
        return refunds.of(order.no(), Language.of(request));
    }

    @Get("/{orderNo}/address")
    @Operation(summary = "Returns the delivery address of one order's prints")
    AddressBody getMyAddress(String orderNo, Authentication authentication) {
        Order order = orders.requireOf(orderNo, Actor.of(authentication).no());
        var address = orders.addressOf(order);
        if (address == null) {
            throw PlatformProblem.notFound();
        }
        return AddressBody.of(address);
    }

    @Get("/{orderNo}/shipment")
    @Operation(summary = "Returns the dispatch state of one order's prints; 404 until the picture is accepted")
    ShipmentView getMyShipment(String orderNo, Authentication authentication, HttpRequest<?> request) {
        Order order = orders.requireOf(orderNo, Actor.of(authentication).no());
        return ShipmentView.of(shipments.of(order.no()).orElseThrow(PlatformProblem::notFound), Language.of(request));
    }

    @Put("/{orderNo}/prints")
    @Operation(summary = "Adds or changes extra prints while the order is unpaid")
    @ApiResponse(responseCode = "200", description = "The changed order")
    HttpResponse<OrderView> putMyPrints(
            String orderNo, @Valid @Body PrintsBody body, Authentication authentication, HttpRequest<?> request) {
        return ok(checkout.changePrints(orderNo, body.toPrints(), Actor.of(authentication)), request);
    }

    @Delete("/{orderNo}/prints")
    @Operation(summary = "Removes extra prints while the order is unpaid")
    @ApiResponse(responseCode = "200", description = "The changed order")
    HttpResponse<OrderView> deleteMyPrints(String orderNo, Authentication authentication, HttpRequest<?> request) {
        return ok(checkout.changePrints(orderNo, null, Actor.of(authentication)), request);
    }

    @Post("/{orderNo}/payments")
    @NeedsIdempotencyKey
    @Operation(summary = "Starts a payment and returns what the payment sheet needs")
    @ApiResponse(responseCode = "201", description = "Ready to be paid", useReturnTypeSchema = true)
    HttpResponse<PaymentSheetView> payMyOrder(String orderNo, Authentication authentication) {
        return HttpResponse.created(
                desk.begin(orderNo, Actor.of(authentication)), URI.create("/api/v1/student/orders/" + orderNo));
    }

    @Post("/{orderNo}/payment-checks")
    @Operation(summary = "After the payment sheet has closed, checks with the channel whether the order is paid")
    @ApiResponse(responseCode = "200", description = "The order in its current state")
    HttpResponse<OrderView> checkMyPayment(String orderNo, Authentication authentication, HttpRequest<?> request) {
        String accountNo = Actor.of(authentication).no();
        desk.check(orders.requireOf(orderNo, accountNo).no());
        return ok(orders.requireOf(orderNo, accountNo), request);
    }

    private MutableHttpResponse<OrderView> ok(Order order, HttpRequest<?> request) {
        return HttpResponse.ok(view(order, request));
    }

    private OrderView view(Order order, HttpRequest<?> request) {
        return OrderView.of(order, orders.linesOf(order), clock.instant(), Language.of(request));
    }
}
