package org.tucai.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.web.Language;

/** What a manager has to do about a refund that needs a person. */
public enum RefundStep {
    /** Its payer's account does not accept it, or the channel refunded another amount. */
    FIX_OR_RETRY(
            "原支付账户无法收款，或退回金额不符（见备注）。金额不符的，请先与支付通道的账单核对；否则请在支付通道侧处理，" + "或用“重新提交”（…/retries）以同一单号再退一次。不要另行退还：支付通道仍可能退款。",
            "The payer's account does not accept it, or a different amount was refunded (see the note). If the amounts"
                    + " differ, compare them with the channel's bill first; otherwise fix it at the channel, or submit it"
                    + " again with the same number (…/retries). Do not refund it another way: the channel may still pay."),
    /** The channel gave it up and would take a new one. */
    REQUEST_AGAIN(
            "支付通道已关闭这笔退款，款项仍未退还。请对该支付重新发起退款（POST /api/v1/admin/payments/{paymentNo}/refunds），"
                    + "或另行退还后用“登记线下退还”（…/settlements）写明凭证。",
            "The channel closed it; the money is still owed. Request a new refund of the payment"
                    + " (POST /api/v1/admin/payments/{paymentNo}/refunds), or refund it another way and record that with"
                    + " the receipt (…/settlements)."),
    /** The channel gave it up, part of it went back since, and the channel would take a new one. */
    REQUEST_REST(
            "支付通道已关闭这笔退款，此后只退还了一部分。请按未退余额（owed）重新发起退款"
                    + "（POST /api/v1/admin/payments/{paymentNo}/refunds），"
                    + "或另行退还该余额后用“登记线下退还”（…/settlements）写明金额（amountMinor）和凭证。",
            "The channel closed it, and only part of it was refunded since. Request a refund of what is still"
                    + " owed (owed; POST /api/v1/admin/payments/{paymentNo}/refunds), or refund that another way and"
                    + " record it with its amount (amountMinor) and the receipt (…/settlements)."),
    /** The channel takes no refund of this payment any more. */
    HAND_BACK(
            "支付通道不再受理该支付的退款，款项仍未退还。请另行退还，再用“登记线下退还”（…/settlements）写明凭证。",
            "The channel no longer accepts refunds of this payment; the money is still owed. Refund it another way, then"
                    + " record that with the receipt (…/settlements)."),
    /** As {@link #HAND_BACK}, but part of it went back since: less than the refund is owed of the payment. */
    HAND_BACK_REST(
            "支付通道不再受理该支付的退款，且这笔退款关闭后已退还一部分。请另行退还未退余额（owed），再用“登记线下退还”（…/settlements）" + "写明金额（amountMinor）和凭证。",
            "The channel no longer accepts refunds of this payment, and part of this one was refunded since. Refund what is"
                    + " still owed (owed) another way, then record that with its amount (amountMinor) and"
                    + " the receipt (…/settlements)."),
    /** The channel has not accepted it for days. */
    ASK_WHY_SILENT(
            "支付通道多日未受理这笔退款。请查明支付通道为何没有应答；系统会持续询问，也可用“重新提交”（…/retries）尽快再问一次。" + "暂不要另行退还：支付通道仍可能退款。",
            "The channel has not accepted it for days. Find out why it is silent; it is asked again and again, and at the"
                    + " next check after a retry (…/retries). Do not refund it another way yet: the channel may still"
                    + " pay."),
    /** The channel has not accepted it for so long that a person may give it back. */
    HAND_BACK_UNTAKEN(
            "支付通道长期未受理这笔退款。请先在支付通道侧核实确未退款，再另行退还，并用“登记线下退还”（…/settlements）写明凭证。",
            "The channel has been silent about it for too long. Check on the channel's own site that it has not refunded"
                    + " it, then refund it another way and record that with the receipt (…/settlements)."),
    /** The channel accepted it long ago and has not said what became of it. */
    HAVE_FINISHED(
            "支付通道已受理，但长时间没有结果。请在支付通道侧查看并请其办结；系统会持续询问，有结果后自动更新。" + "不要另行退还：款项仍可能到账。",
            "The channel accepted it long ago but has reported no outcome. Look at the channel's own site and have it"
                    + " finished there; the outcome is recorded by itself. Do not refund it another way: the money may"
                    + " still arrive."),
    /** A person and the channel both gave it back. */
    SETTLE_EXCESS(
            "这笔款项已线下退还，后又由支付通道退回（见备注）。请与付款人商定多退的款项如何处理，再用“登记线下退还”（…/settlements）写明约定。",
            "It was refunded by hand and later also by the channel (see the note). Agree with the payer which of the two"
                    + " stands, then record the agreement (…/settlements).");

    private final String zh;
    private final String en;

    RefundStep(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String text(Language language) {
        return language.pick(zh, en);
    }

    /** For a refund that {@link RefundRepository#NEEDS_PERSON}; null in a status in which none does. */
    static @Nullable RefundStep of(Refund refund, Payment payment, Instant now) {
        return switch (refund.status()) {
            case ABNORMAL -> FIX_OR_RETRY;
            case CLOSED -> ofClosed(refund, payment, now);
            case BY_HAND -> HAND_BACK;
            case BACK_TWICE -> SETTLE_EXCESS;
            case PROCESSING -> HAVE_FINISHED;
            case SUBMITTED ->
                refund.isUntakenAt(now, ChannelRound.LONGEST_SILENCE) ? HAND_BACK_UNTAKEN : ASK_WHY_SILENT;
            case REQUESTED, SUCCEEDED, HANDED_BACK -> null;
        };
    }

    private static RefundStep ofClosed(Refund refund, Payment payment, Instant now) {
        boolean whole = refund.amountMinor() <= payment.owedMinor();
        if (RefundPolicy.refusal(payment, now) != null) {
            return whole ? HAND_BACK : HAND_BACK_REST;
        }
        return whole ? REQUEST_AGAIN : REQUEST_REST;
    }
}
