package org.tucai.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A payment channel as we use it, after WeChat Pay API v3. Every call is remote and never made inside a transaction; every
 * call may be repeated. Calls throw {@link GatewayException} when the channel does not answer properly.
 */
public interface PaymentGateway {
    /** Lower case, at most 16 characters; part of the callback's path. */
    String name();

    /** Prepares a payment. The same payment number with the same amount gives an equivalent answer. */
    Prepaid prepay(Payment payment);

    /** What the channel knows of a payment. */
    ChannelPayment query(Payment payment);

    /** Takes a payment back; answers what it became, which is PAID if money was faster. */
    ChannelPayment close(Payment payment);

    /** Asks for a refund; the same refund number asks only once. */
    ChannelRefund refund(Payment payment, Refund refund);

    /** What the channel knows of a refund. */
    ChannelRefund queryRefund(Refund refund);

    /** Every movement of money of one day in China, as the channel's own bill (对账单) lists it. */
    List<BillLine> bill(LocalDate day);

    /**
     * Reads a callback after verifying its signature and time.
     *
     * @param header reads a header by its name, null when absent
     * @throws org.tucai.platform.problem.ProblemException {@link PaymentProblem#CALLBACK_NOT_AUTHENTIC}
     */
    Notice readCallback(Function<String, @Nullable String> header, String body);

    /**
     * A prepared payment.
     *
     * @param prepayNo the channel's name for it
     * @param parameters what the client hands to the payment sheet, as the channel wants it
     */
    record Prepaid(String prepayNo, Map<String, String> parameters) {}

    /**
     * One line of a bill.
     *
     * @param channelNo the channel's number of the money: the transaction's, or its refund's
     */
    record BillLine(BillKind kind, String channelNo, long amountMinor) {}

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
     * @param transactionNo the money's name; null when none came in
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
     * @param channelRefundNo its number; null when it knows none
     * @param note the channel's words when it does not go through
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

    /** The channel's word about a payment. */
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

    /** The channel's word about a refund. */
    enum RefundState {
        PROCESSING,
        SUCCEEDED,
        CLOSED,
        ABNORMAL,
        /** The channel has never heard of it. */
        UNKNOWN
    }
}
