package org.tucai.payment;

import java.util.EnumSet;
import java.util.Set;

/** Where a refund stands: intent, call, outcome. */
public enum RefundStatus {
    /** Promised; the channel has not been asked. */
    REQUESTED("退款待提交", "Requested"),
    /** The channel is being asked; it may or may not have heard. Asked again with the same number until it answers. */
    SUBMITTED("退款提交中", "Submitted"),
    /** The channel has accepted it; the money is on its way. */
    PROCESSING("退款处理中", "Processing"),
    /** The money is back with the payer. */
    SUCCEEDED("已退款", "Refunded"),
    /** The channel gave it up; the money is still with us, until it is asked for anew or a person gives it back. */
    CLOSED("退款关闭", "Closed by the channel"),
    /** The payer's account does not take it; a person has to act at the channel, or ask again with the same number. */
    ABNORMAL("退款异常", "Needs attention"),
    /** 待线下退还: owed, but the channel does not take it any more; a person gives the money back outside the channel. */
    BY_HAND("待线下退还", "To be given back by hand"),
    /** 已线下退还: a person gave the money back outside the channel. */
    HANDED_BACK("已线下退还", "Given back by hand");

    private final String zh;
    private final String en;

    RefundStatus(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    /** The states that may follow. */
    public Set<RefundStatus> next() {
        return switch (this) {
            case REQUESTED -> EnumSet.of(SUBMITTED);
            case SUBMITTED -> EnumSet.of(PROCESSING, SUCCEEDED, CLOSED, ABNORMAL, HANDED_BACK);
            case PROCESSING -> EnumSet.of(SUCCEEDED, CLOSED, ABNORMAL);
            case ABNORMAL -> EnumSet.of(SUBMITTED, PROCESSING, SUCCEEDED, CLOSED);
            case BY_HAND, CLOSED -> EnumSet.of(HANDED_BACK);
            case SUCCEEDED, HANDED_BACK -> EnumSet.noneOf(RefundStatus.class);
        };
    }
}
