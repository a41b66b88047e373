package org.tucai.payment.sandbox;

import io.micronaut.context.annotation.Requires;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tucai.payment.Payment;
import org.tucai.payment.PaymentGateway;
import org.tucai.payment.PaymentProblem;
import org.tucai.payment.Refund;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.time.ChinaTime;

/** The sandbox channel as the merchant's side sees it. */
@Singleton
@Requires(property = "tucai.sandbox", value = "true")
class SandboxPaymentGateway implements PaymentGateway {
    static final String NAME = "sandbox";
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final SandboxChannelService channel;
    private final SandboxRefundService refunds;
    private final SandboxSignature signature;
    private final ObjectMapper json;
    private final InstantSource clock;

    SandboxPaymentGateway(
            SandboxChannelService channel,
            SandboxRefundService refunds,
            SandboxSignature signature,
            ObjectMapper json,
            InstantSource clock) {
        this.channel = channel;
        this.refunds = refunds;
        this.signature = signature;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Prepaid prepay(Payment payment) {
        String prepayNo = channel.prepay(payment);
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        String bundle = "prepay_id=" + prepayNo;
        return new Prepaid(
                prepayNo,
                Map.of(
                        "timeStamp",
                        timestamp,
                        "nonceStr",
                        payment.no(),
                        "package",
                        bundle,
                        "signType",
                        "ED25519",
                        "paySign",
                        signature.sign(timestamp, payment.no(), bundle)));
    }

    @Override
    public ChannelPayment query(Payment payment) {
        return channel.payment(payment.no()).map(this::seen).orElseGet(() -> unknown(payment));
    }

    @Override
    public ChannelPayment close(Payment payment) {
        // a payment that the channel does not know cannot be paid either
        return channel.close(payment.no()).map(this::seen).orElseGet(() -> without(payment, PaymentState.CLOSED));
    }

    @Override
    public ChannelRefund refund(Payment payment, Refund refund) {
        return seen(refunds.accept(
                Objects.requireNonNull(payment.transactionNo()), refund.no(), refund.amountMinor(), refund.reason()));
    }

    @Override
    public ChannelRefund queryRefund(Refund refund) {
        return refunds.refund(refund.no())
                .map(SandboxPaymentGateway::seen)
                .orElseGet(() -> new ChannelRefund(refund.no(), RefundState.UNKNOWN, null, 0, null, null));
    }

    @Override
    public List<BillLine> bill(LocalDate day) {
        Instant from = ChinaTime.endOf(day.minusDays(1));
        Instant until = ChinaTime.endOf(day);
        return Stream.concat(
                        channel.moneyBetween(from, until).stream()
                                .map(t -> new BillLine(
                                        BillKind.PAYMENT, t.paymentNo(), t.transactionNo(), t.paidMinor(), t.paidAt())),
                        refunds.doneBetween(from, until).stream()
                                .map(r -> new BillLine(
                                        BillKind.REFUND,
                                        r.refundNo(),
                                        r.channelRefundNo(),
                                        r.amountMinor(),
                                        Objects.requireNonNull(r.settledAt()))))
                .toList();
    }

    @Override
    public Notice readCallback(Function<String, @Nullable String> header, String body) {
        verify(
                header.apply(SandboxSignature.TIMESTAMP),
                header.apply(SandboxSignature.NONCE),
                header.apply(SandboxSignature.SIGNATURE),
                body);
        try {
            return read(json.readValue(body, SandboxNotice.class));
        } catch (IOException e) {
            throw new ProblemException(PaymentProblem.CALLBACK_NOT_AUTHENTIC);
        }
    }

    private void verify(@Nullable String timestamp, @Nullable String nonce, @Nullable String signed, String body) {
        if (timestamp == null
                || nonce == null
                || signed == null
                || !inWindow(timestamp)
                || !signature.holds(timestamp, nonce, body, signed)) {
            throw new ProblemException(PaymentProblem.CALLBACK_NOT_AUTHENTIC);
        }
    }

    private boolean inWindow(String timestamp) {
        try {
            Duration off = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), clock.instant());
            return off.abs().compareTo(WINDOW) <= 0;
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            return false;
        }
    }

    private static Notice read(SandboxNotice notice) {
        if (notice.eventType().equals("TRANSACTION.SUCCESS")) {
            return new ChannelPayment(
                    notice.number(),
                    PaymentState.PAID,
                    notice.channelNumber(),
                    notice.amountMinor(),
                    notice.currency(),
                    notice.at());
        }
        SandboxRefund.State state =
                SandboxRefund.State.valueOf(notice.eventType().substring("REFUND.".length()));
        return new ChannelRefund(
                notice.number(), state(state), notice.channelNumber(), notice.amountMinor(), null, notice.at());
    }

    private ChannelPayment seen(SandboxPayment payment) {
        List<SandboxTransaction> money = channel.moneyOf(payment.paymentNo());
        if (!money.isEmpty()) {
            SandboxTransaction first = money.getFirst();
            return new ChannelPayment(
                    payment.paymentNo(),
                    PaymentState.PAID,
                    first.transactionNo(),
                    first.paidMinor(),
                    first.currency(),
                    first.paidAt());
        }
        PaymentState state =
                payment.state() == SandboxPayment.State.CLOSED ? PaymentState.CLOSED : PaymentState.NOT_PAID;
        return new ChannelPayment(payment.paymentNo(), state, null, 0, payment.currency(), null);
    }

    private static ChannelPayment unknown(Payment payment) {
        return without(payment, PaymentState.UNKNOWN);
    }

    private static ChannelPayment without(Payment payment, PaymentState state) {
        return new ChannelPayment(payment.no(), state, null, 0, payment.currency(), null);
    }

    private static ChannelRefund seen(SandboxRefund refund) {
        return new ChannelRefund(
                refund.refundNo(),
                state(refund.state()),
                refund.channelRefundNo(),
                refund.amountMinor(),
                null,
                refund.settledAt());
    }

    private static RefundState state(SandboxRefund.State state) {
        return switch (state) {
            case PROCESSING -> RefundState.PROCESSING;
            case SUCCESS -> RefundState.SUCCEEDED;
            case CLOSED -> RefundState.CLOSED;
            case ABNORMAL -> RefundState.ABNORMAL;
        };
    }
}
