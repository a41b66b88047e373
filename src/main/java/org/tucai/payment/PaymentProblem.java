package org.tucai.payment;

import org.tucai.platform.problem.Problem;

/** Refusals about money. */
public enum PaymentProblem implements Problem {
    /** The payment channel cannot be reached or does not answer properly. */
    PAYMENT_CHANNEL_UNAVAILABLE(
            503,
            "支付通道暂不可用",
            "支付通道暂时不可用，请稍后重试，不会重复扣款。",
            "Payment channel unavailable",
            "The payment channel is not responding. Try again in a moment; you will not be charged twice."),
    /** The payment can no longer be paid. */
    PAYMENT_NOT_OPEN(409, "支付已结束", "该笔支付已结束，请刷新订单。", "Payment has ended", "This payment has ended. Refresh the order."),
    /** Nothing came in, or nothing of it is left to go back. */
    NOTHING_TO_REFUND(
            409,
            "无可退款项",
            "该笔支付没有到账，或已全部退款（含退款中），无可退款项，请核对支付编号和退款记录。",
            "Nothing to refund",
            "No money was received for this payment, or all of it is refunded or being refunded. Check the payment"
                    + " number and the refund records."),
    /** More than what is left. {0} yuan are left. */
    REFUND_ABOVE_REMAINING(
            409,
            "退款超出可退金额",
            "可退金额为 {0} 元，请修改退款金额。",
            "Refund too large",
            "At most CNY {0} can be refunded. Change the amount."),
    /** Over 365 days since the payment. */
    REFUND_PERIOD_OVER(
            409,
            "已超过退款期限",
            "支付已超过 365 天，无法原路退回，请线下处理。",
            "Refund period over",
            "The payment was made more than 365 days ago and cannot be refunded through the channel. Give the money"
                    + " back another way."),
    /** The channel takes 50 refunds per payment. */
    TOO_MANY_REFUNDS(
            409,
            "退款次数过多",
            "一笔支付最多退款 50 次，请线下处理。",
            "Too many refunds",
            "A payment can be refunded at most 50 times. Give the rest back another way."),
    /** The refund is under way or over; a closed one has to be requested anew. */
    REFUND_NOT_STUCK(
            409,
            "退款无需重试",
            "只有异常或提交中的退款可以重试；已关闭的退款请重新发起。",
            "No retry needed",
            "Only refunds that need attention (ABNORMAL) or are being submitted can be retried; request a closed one"
                    + " again."),
    /**
     * Only a refund that the channel no longer accepts or has closed is given back by hand, once, and only if it was not requested anew. One
     * that was paid back twice is settled by hand.
     */
    REFUND_NOT_BY_HAND(
            409,
            "不能登记为线下退还",
            "只有待线下退还的退款、通道已关闭且未重新发起的退款，或提交超过 30 天通道仍未受理的退款，可以登记为已线下退还；重复退还的可以登记为已处理。",
            "Cannot be settled by hand",
            "Only refunds that are due by hand (BY_HAND), were closed by the channel and not requested again, or were"
                    + " not accepted by it for 30 days can be recorded as given back by hand, and those given back"
                    + " twice (BACK_TWICE) as settled."),
    /** A settlement by hand is of the whole refund, or of all that is left of the payment where that is less. {0} yuan are to be settled. */
    NOT_WHAT_IS_LEFT(
            409,
            "登记金额不符",
            "这笔退款应登记的金额为 {0} 元，请核对实际退还的金额。",
            "Not what is left",
            "What has to be settled of this refund is CNY {0}. Check the amount that was given back."),
    /** The callback's signature or time does not hold. */
    CALLBACK_NOT_AUTHENTIC(
            401,
            "回调验签失败",
            "回调签名或时间戳无效，请核对签名密钥与时间后重新发送。",
            "Callback not authentic",
            "The signature or timestamp of the callback is invalid. Check key and clock, then send it again."),
    /** The callback is authentic, but of something we do not know. */
    CALLBACK_UNKNOWN(
            404,
            "回调对象不存在",
            "回调所指的支付或退款不存在，请核对编号。",
            "Unknown callback",
            "There is no such payment or refund. Check the number.");

    private final Answer answer;

    PaymentProblem(int status, String titleZh, String detailZh, String titleEn, String detailEn) {
        answer = new Answer(status, titleZh, detailZh, titleEn, detailEn);
    }

    @Override
    public Answer answer() {
        return answer;
    }
}
