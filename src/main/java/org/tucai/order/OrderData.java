package org.tucai.order;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tucai.payment.Payment;
import org.tucai.payment.PaymentBook;
import org.tucai.payment.PaymentStatus;
import org.tucai.payment.RefundView;
import org.tucai.platform.money.Money;
import org.tucai.platform.privacy.PersonalData;
import org.tucai.platform.privacy.PersonalFile;
import org.tucai.platform.state.StateHistory;
import org.tucai.platform.state.Step;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Language;

/** The orders of a capture with their payments, refunds and prints. */
@Singleton
class OrderData implements PersonalData {
    private static final String FILE = "orders.json";

    private final OrderRepository orders;
    private final OrderLines lines;
    private final ShipmentRepository shipments;
    private final PaymentBook payments;
    private final PayerRefunds refunds;
    private final StateHistory history;
    private final InstantSource clock;

    OrderData(
            OrderRepository orders,
            OrderLines lines,
            ShipmentRepository shipments,
            PaymentBook payments,
            PayerRefunds refunds,
            StateHistory history,
            InstantSource clock) {
        this.orders = orders;
        this.lines = lines;
        this.shipments = shipments;
        this.payments = payments;
        this.refunds = refunds;
        this.history = history;
        this.clock = clock;
    }

    /** @param address null without prints, and once it is deleted */
    @Serdeable
    record Held(
            String no,
            OrderStatus status,
            String statusText,
            Money total,
            Money paid,
            Money refunded,
            List<LineHeld> lines,
            @Nullable AddressHeld address,
            @Nullable ShipmentHeld prints,
            List<PaymentHeld> payments,
            List<RefundView> refunds,
            OffsetDateTime placedAt,
            OffsetDateTime payBy,
            @Nullable OffsetDateTime paidAt,
            @Nullable OffsetDateTime endedAt,
            List<Step> history) {}

    @Serdeable
    record LineHeld(LineKind kind, int quantity, Money unit) {}

    @Serdeable
    record AddressHeld(String recipient, String phone, String region, String street) {
        static @Nullable AddressHeld of(@Nullable PrintAddress a) {
            return a == null
                    ? null
                    : new AddressHeld(a.recipient().value(), a.phone().value(), a.region(), a.street());
        }
    }

    @Serdeable
    record ShipmentHeld(
            String no,
            ShipmentStatus status,
            int prints,
            @Nullable String carrier,
            @Nullable String trackingNo,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime shippedAt,
            @Nullable OffsetDateTime deliveredAt) {
        static ShipmentHeld of(Shipment s) {
            return new ShipmentHeld(
                    s.no(),
                    s.status(),
                    s.prints(),
                    s.carrier(),
                    s.trackingNo(),
                    ChinaTime.offset(s.createdAt()),
                    ChinaTime.offsetOrNull(s.shippedAt()),
                    ChinaTime.offsetOrNull(s.deliveredAt()));
        }
    }

    /** @param transactionNo the number at the channel, as on the payer's bill */
    @Serdeable
    record PaymentHeld(
            String no,
            PaymentStatus status,
            String statusText,
            String description,
            Money amount,
            Money paid,
            Money refunded,
            @Nullable String transactionNo,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime paidAt,
            @Nullable OffsetDateTime closedAt) {
        static PaymentHeld of(Payment p, Language language) {
            return new PaymentHeld(
                    p.no(),
                    p.status(),
                    p.status().text(language),
                    p.description(),
                    p.amount(),
                    p.paid(),
                    p.refunded(),
                    p.transactionNo(),
                    ChinaTime.offset(p.createdAt()),
                    ChinaTime.offsetOrNull(p.paidAt()),
                    ChinaTime.offsetOrNull(p.closedAt()));
        }
    }

    @Override
    public List<Kind> kinds() {
        return List.of(new Kind(
                true,
                FILE,
                "订单：费用明细、支付、退款、加印照片的收件信息与寄送。address 为空表示没有加印或已按规定删除。金额单位为分。",
                "Orders: what was bought, payments, refunds, address and dispatch of prints. address is null without prints, and once"
                        + " it is deleted. Amounts in fen."));
    }

    @Override
    public List<PersonalFile> ofCapture(String captureNo, Language language) {
        return List.of(new PersonalFile.Document(
                FILE,
                () -> orders.findByCaptureNoInOrderById(List.of(captureNo)).stream()
                        .map(order -> held(order, language))
                        .toList()));
    }

    private Held held(Order o, Language language) {
        return new Held(
                o.no(),
                o.status(),
                o.statusText(clock.instant(), language),
                o.total(),
                o.paid(),
                o.refunded(),
                lines.of(o).stream()
                        .map(l -> new LineHeld(l.kind(), l.quantity(), Money.fen(l.unitMinor())))
                        .toList(),
                AddressHeld.of(lines.address(o)),
                shipments.findByOrderNo(o.no()).map(ShipmentHeld::of).orElse(null),
                payments.paymentsOf(o.no()).stream()
                        .map(p -> PaymentHeld.of(p, language))
                        .toList(),
                refunds.of(o.no(), language),
                ChinaTime.offset(o.placedAt()),
                ChinaTime.offset(o.payBy()),
                ChinaTime.offsetOrNull(o.paidAt()),
                ChinaTime.offsetOrNull(o.endedAt()),
                history.steps(o.no()));
    }
}
