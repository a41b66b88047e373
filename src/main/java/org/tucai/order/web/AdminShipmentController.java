package org.tucai.order.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.tucai.order.ShipmentService;
import org.tucai.order.ShipmentStatus;
import org.tucai.platform.idempotency.NeedsIdempotencyKey;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.web.Cursor;
import org.tucai.platform.web.Language;
import org.tucai.platform.web.Page;
import org.tucai.platform.web.PlainText;

/** Extra prints, as the unit makes and sends them. */
@Controller("/api/v1/admin/shipments")
@Secured(Role.Names.MANAGER)
@Tag(name = "Money")
class AdminShipmentController {
    private final ShipmentService shipments;

    AdminShipmentController(ShipmentService shipments) {
        this.shipments = shipments;
    }

    /** The dispatch of prints with a carrier. */
    @Serdeable
    record SendShipmentBody(
            @NotBlank @Size(max = 40) @PlainText String carrier,
            @NotNull @Pattern(regexp = "[0-9A-Za-z-]{4,40}") String trackingNo) {}

    @Get("{?status,campaignNo,cursor,limit}")
    @Operation(summary = "Lists extra prints, newest first; those with status=WAITING are to be made and sent")
    Page<ShipmentView> listShipments(
            @Nullable @QueryValue ShipmentStatus status,
            @Nullable @QueryValue String campaignNo,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "50") @Min(1) @Max(200) int limit,
            HttpRequest<?> request) {
        return shipments
                .list(status, campaignNo, Cursor.decode(cursor, Cursor.END), limit)
                .map(s -> ShipmentView.of(s, Language.of(request)));
    }

    @Get("/{no}")
    @Operation(summary = "Returns the extra prints of one order; read their address from the order, which is audited")
    ShipmentView getShipment(String no, HttpRequest<?> request) {
        return ShipmentView.of(shipments.require(no), Language.of(request));
    }

    @Post("/{no}/dispatches")
    @NeedsIdempotencyKey
    @Operation(summary = "Records that the prints were handed to the carrier, and notifies the student")
    ShipmentView sendShipment(
            String no, @Valid @Body SendShipmentBody body, Authentication who, HttpRequest<?> request) {
        return ShipmentView.of(
                shipments.send(no, body.carrier(), body.trackingNo(), Actor.of(who)), Language.of(request));
    }

    @Post("/{no}/dispatch-corrections")
    @NeedsIdempotencyKey
    @Operation(summary = "Corrects carrier or tracking number of prints on their way, and notifies the student")
    ShipmentView correctShipment(
            String no, @Valid @Body SendShipmentBody body, Authentication who, HttpRequest<?> request) {
        return ShipmentView.of(
                shipments.correct(no, body.carrier(), body.trackingNo(), Actor.of(who)), Language.of(request));
    }

    @Post("/{no}/arrivals")
    @NeedsIdempotencyKey
    @Operation(summary = "Records that the prints were delivered, and deletes the address")
    ShipmentView deliverShipment(String no, Authentication who, HttpRequest<?> request) {
        return ShipmentView.of(shipments.delivered(no, Actor.of(who)), Language.of(request));
    }
}
