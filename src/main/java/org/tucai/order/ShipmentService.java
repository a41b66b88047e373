package org.tucai.order;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.id.PublicNumbers;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;
import org.tucai.platform.web.Cursor;
import org.tucai.platform.web.Page;

/** Extra prints (加印照片): due when the picture is accepted, sent by express, cancelled when their price is refunded. */
@Singleton
public class ShipmentService {
    private final ShipmentRepository shipments;
    private final ShipmentGate gate;
    private final OrderRepository orders;
    private final OrderLines lines;
    private final OrderFollowers followers;
    private final PublicNumbers numbers;
    private final InstantSource clock;

    ShipmentService(
            ShipmentRepository shipments,
            ShipmentGate gate,
            OrderRepository orders,
            OrderLines lines,
            OrderFollowers followers,
            PublicNumbers numbers,
            InstantSource clock) {
        this.shipments = shipments;
        this.gate = gate;
        this.orders = orders;
        this.lines = lines;
        this.followers = followers;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** The picture of a capture is accepted: its prints, if any are paid, are to be made. Safe to repeat. */
    @Transactional
    public void due(String captureNo) {
        Order order = orders.lockLatest(captureNo)
                .filter(Order::isPaid)
                .filter(lines::arePrintsPaid)
                .orElse(null);
        if (order == null) {
            return;
        }
        int prints = lines.count(order);
        Optional<Shipment> known = shipments.lockOf(order.no());
        if (prints == 0 || known.isPresent()) {
            known.filter(s -> s.status().next().contains(ShipmentStatus.WAITING))
                    .ifPresent(s -> gate.move(s, s.waitingAgain(), "accepted-again", Actor.SYSTEM));
            return;
        }
        gate.born(new Shipment(
                null,
                numbers.next("shp"),
                order.no(),
                order.captureNo(),
                order.campaignNo(),
                ShipmentStatus.WAITING,
                prints,
                null,
                null,
                clock.instant(),
                null,
                null,
                0));
    }

    /** The picture of a capture is no longer accepted: unsent prints wait for the next accepted one. */
    @Transactional
    public void holdBack(String captureNo) {
        orders.latest(captureNo).ifPresent(order -> gate.holdBack(order.no()));
    }

    /**
     * The prints are with the carrier; the student is told.
     *
     * @throws ProblemException {@link OrderProblem#NOT_TO_BE_SENT}
     */
    @Transactional
    public Shipment send(String no, String carrier, String trackingNo, Actor by) {
        Shipment shipment = shipments.lock(no).orElseThrow(PlatformProblem::notFound);
        if (shipment.status() != ShipmentStatus.WAITING) {
            throw new ProblemException(OrderProblem.NOT_TO_BE_SENT);
        }
        Shipment sent = gate.move(shipment, shipment.shipped(carrier, trackingNo, clock.instant()), "sent", by);
        followers.sent(sent);
        return sent;
    }

    /**
     * Carrier or tracking number were written down wrongly; the student is told the right ones. Does nothing if they are the same.
     *
     * @throws ProblemException {@link OrderProblem#NOT_SENT}
     */
    @Transactional
    public Shipment correct(String no, String carrier, String trackingNo, Actor by) {
        Shipment shipment = shipments.lock(no).orElseThrow(PlatformProblem::notFound);
        if (shipment.status() != ShipmentStatus.SHIPPED
                || shipment.trackingNo() == null) { // null: forgotten with the capture
            throw new ProblemException(OrderProblem.NOT_SENT);
        }
        if (carrier.equals(shipment.carrier()) && trackingNo.equals(shipment.trackingNo())) {
            return shipment;
        }
        Shipment corrected = gate.correct(shipment.corrected(carrier, trackingNo), by);
        followers.sent(corrected);
        return corrected;
    }

    /**
     * The student has the prints; the address is deleted, because its purpose is done.
     *
     * @throws ProblemException {@link OrderProblem#NOT_SENT}
     */
    @Transactional
    public Shipment delivered(String no, Actor by) {
        Shipment shipment = shipments.lock(no).orElseThrow(PlatformProblem::notFound);
        if (shipment.status() != ShipmentStatus.SHIPPED) {
            throw new ProblemException(OrderProblem.NOT_SENT);
        }
        orders.forgetAddressOf(shipment.orderNo());
        return gate.move(shipment, shipment.delivered(clock.instant()), "delivered", by);
    }

    /** Whether prints of a capture are to be made and sent. */
    @Transactional
    public boolean isAwaited(String captureNo) {
        return shipments.existsByCaptureNoAndStatus(captureNo, ShipmentStatus.WAITING);
    }

    /** Deletes the addresses and tracking numbers of a capture's prints when their purpose is done; unsent prints are cancelled. */
    @Transactional
    public void forget(String captureNo) {
        orders.latest(captureNo).ifPresent(order -> gate.cancel(order.no(), "capture-over"));
        orders.forgetAddress(captureNo);
        shipments.forgetTracking(captureNo);
    }

    /** The prints of an order; empty when none are due yet. */
    @Transactional
    public Optional<Shipment> of(String orderNo) {
        return shipments.findByOrderNo(orderNo);
    }

    @Transactional
    public Shipment require(String no) {
        return shipments.findByNo(no).orElseThrow(PlatformProblem::notFound);
    }

    /** Newest first; null filters match all. */
    @Transactional
    public Page<Shipment> list(@Nullable ShipmentStatus status, @Nullable String campaignNo, Cursor after, int limit) {
        return Page.of(
                shipments.page(after.at(), after.no(), status == null ? null : status.name(), campaignNo, limit + 1),
                limit,
                s -> new Cursor(s.createdAt(), s.no()));
    }
}
