package org.tucai.payment;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.state.Status;
import org.tucai.platform.web.Language;

/** State of a refund: intent, call, outcome. */
public enum RefundStatus implements Status<RefundStatus> {
    /** Requested; not yet submitted to the channel. */
    REQUESTED("退款待提交", "Requested"),
    /** Being submitted; the channel may or may not have received it. Repeated with the same number until it answers. */
    SUBMITTED("退款提交中", "Submitted"),
    /** The channel has accepted it; the money is on its way. */
    PROCESSING("退款处理中", "Processing"),
    /** The money is back with the payer. */
    SUCCEEDED("已退款", "Refunded"),
    /** The channel closed it; the money is still here until it is requested again or a person refunds it by hand. */
    CLOSED("退款关闭", "Closed by the channel"),
    /** The payer's account does not accept it; a person has to act at the channel, or retry with the same number. */
    ABNORMAL("退款异常", "Needs attention"),
    /** 待线下退还: owed, but the channel no longer accepts it; a person has to refund the money outside the channel. */
    BY_HAND("待线下退还", "To be refunded by hand"),
    /** 已线下退还: a person refunded the money outside the channel. */
    HANDED_BACK("已线下退还", "Refunded by hand"),
    /** 重复退还: a person refunded the money, and then the channel did too; a person has to settle the excess. */
    BACK_TWICE("重复退还", "Refunded twice");

    private final String zh;
    private final String en;

    RefundStatus(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** The text shown to people. */
    public String text(Language language) {
        return language.pick(zh, en);
    }

    /**
     * What happens now and whether there is something to do, for the payer; null once the money is back.
     *
     * @param owed whether the money of a refund that the channel closed is still owed, and not promised or given back otherwise
     */
    @Nullable
    String whatNow(boolean owed, Language language) {
        return switch (this) {
            case REQUESTED, SUBMITTED, PROCESSING ->
                language.pick(
                        "正在原路退回，零钱数分钟内、银行卡1至3个工作日到账，您无需操作。",
                        "It is being refunded the way it was paid and arrives within minutes in a WeChat balance and"
                                + " in 1-3 working days on a bank card. You need not do anything.");
            case ABNORMAL ->
                language.pick(
                        "支付通道未能完成这笔退款，采集单位正在处理，您无需操作。如原支付账户已注销或停用，请联系采集单位。",
                        "The payment channel could not complete this refund. The collection unit is dealing with it;"
                                + " you need not do anything. If the account you paid from is closed or disabled,"
                                + " contact the unit.");
            case CLOSED ->
                !owed
                        ? language.pick(
                                "支付通道未办理这笔退款，款项已改由其他方式退还，见本订单的其他退款记录，您无需操作。",
                                "The payment channel did not carry out this refund; the money is returned by another"
                                        + " refund of this order. You need not do anything.")
                        : language.pick(
                                "支付通道未办理这笔退款，采集单位会重新发起退款或另行退还，您无需操作。如有疑问请联系采集单位。",
                                "The payment channel did not carry out this refund. The collection unit will request it again"
                                        + " or refund it another way; you need not do anything. If you have questions, contact"
                                        + " the unit.");
            case BY_HAND ->
                language.pick(
                        "已无法原路退回，采集单位会另行退还，请联系采集单位办理。",
                        "It can no longer be refunded the way it was paid. The collection unit will refund it another"
                                + " way; please contact the unit.");
            case BACK_TWICE ->
                language.pick(
                        "这笔款项已线下退还，后又原路退回，采集单位会与您联系。",
                        "This amount was refunded by hand and later also the way it was paid; the collection unit will"
                                + " contact you.");
            case SUCCEEDED, HANDED_BACK -> null;
        };
    }

    @Override
    public Set<RefundStatus> next() {
        return switch (this) {
            case REQUESTED -> EnumSet.of(SUBMITTED);
            case SUBMITTED -> EnumSet.of(PROCESSING, SUCCEEDED, CLOSED, ABNORMAL, HANDED_BACK);
            case PROCESSING -> EnumSet.of(SUCCEEDED, CLOSED, ABNORMAL);
            case ABNORMAL -> EnumSet.of(SUBMITTED, PROCESSING, SUCCEEDED, CLOSED);
            case BY_HAND, CLOSED -> EnumSet.of(HANDED_BACK);
            case HANDED_BACK -> EnumSet.of(BACK_TWICE);
            case BACK_TWICE -> EnumSet.of(SUCCEEDED);
            case SUCCEEDED -> EnumSet.noneOf(RefundStatus.class);
        };
    }
}
