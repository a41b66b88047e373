package org.tucai.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A payment channel as we use it, modelled on WeChat Pay API v3. Every call is remote, is never made inside a transaction and may be
 * repeated. Calls throw {@link GatewayException} when the channel does not answer properly, after half a minute at the latest: whoever waits
 * for the answer, a student or one of a few job threads ({@link org.tucai.platform.job.Lines}), cannot be kept longer.
 */
public interface PaymentGateway {
    /** Lower case, at most 16 characters; part of the callback's path. */
    String name();

    /** Prepares a payment. Repeated for the same payment number and amount, the answer is equivalent. */
    Prepaid prepay(Payment payment);

    /** What the channel knows about a payment. */
    ChannelPayment query(Payment payment);

    /** Closes a payment at the channel; returns what it became, which is PAID if the payer was faster. */
    ChannelPayment close(Payment payment);

    /** Requests a refund; repeated under the same refund number it is the same refund. */
    ChannelRefund refund(Payment payment, Refund refund);

    /** What the channel knows about a refund. */
    ChannelRefund queryRefund(Refund refund);

    /** Every movement of money of one day in China, as the channel's own bill (对账单) lists it. */
    List<BillLine> bill(LocalDate day);

    /**
     * Verifies the signature and time of a callback, then reads it.
     *
     * @param header reads a request header by its name; null when absent
     * @throws org.tucai.platform.problem.ProblemException {@link PaymentProblem#CALLBACK_NOT_AUTHENTIC}
     */
    Notice readCallback(Function<String, @Nullable String> header, String body);

    /**
     * A prepared payment.
     *
     * @param prepayNo the channel's number for it
     * @param parameters what the client passes to the payment sheet, in the channel's form
     */
    record Prepaid(String prepayNo, Map<String, String> parameters) {}

    /**
     * One line of a bill.
     *
     * @param ourNo our number of the payment or refund (商户单号); null where the bill has none
     * @param channelNo the channel's number of the transaction or refund
     * @param amountMinor fen
     * @param at when the money moved
     */
    record BillLine(BillKind kind, @Nullable String ourNo, String channelNo, long amountMinor, Instant at) {}

    /** Which way the money went. */
    enum BillKind {
        /** From the payer to us. */
        PAYMENT,
        /** Back to the payer. */
        REFUND
    }

    /** News by callback. */
    sealed interface Notice permits ChannelPayment, ChannelRefund {}

    /**
     * A payment as the channel sees it.
     *
     * @param paymentNo our number
     * @param transactionNo the channel's number of the transaction; null when no money came in
     * @param paidMinor fen that came in
     * @param paidAt when; null when none came in
     */
    record ChannelPayment(
            String paymentNo,
            PaymentState state,
            @Nullable String transactionNo,
            long paidMinor,
            String currency,
            @Nullable Instant paidAt)
            implements Notice {}

    /**
     * A refund as the channel sees it.
     *
     * @param refundNo our number
     * @param channelRefundNo the channel's number; null when it has none
     * @param note the channel's explanation when it does not go through
     * @param at when the outcome was reached; null while there is none
     */
    record ChannelRefund(
            String refundNo,
            RefundState state,
            @Nullable String channelRefundNo,
            long amountMinor,
            @Nullable String note,
            @Nullable Instant at)
            implements Notice {}

    /** The state of a payment as the channel reports it. */
    enum PaymentState {
        /** Prepared or being paid; no money yet. */
        NOT_PAID,
        /** Money came in. */
        PAID,
        /** Closed without money. */
        CLOSED,
        /** The channel has never heard of it. */
        UNKNOWN
    }

    /** The state of a refund as the channel reports it. */
    enum RefundState {
        PROCESSING,
        SUCCEEDED,
        CLOSED,
        ABNORMAL,
        /** The channel has never heard of it. */
        UNKNOWN
    }
}
