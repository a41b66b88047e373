package org.tucai.order;

import java.util.EnumSet;
import java.util.Set;
import org.tucai.platform.state.Status;
import org.tucai.platform.web.Language;

/** State of an order. */
public enum OrderStatus implements Status<OrderStatus> {
    /** 待支付: nothing has been paid; lines may still change. */
    AWAITING_PAYMENT("待支付", "Awaiting payment"),
    /** 已支付: the whole amount has been paid, or nothing was due. Partial refunds may be under way. */
    PAID("已支付", "Paid"),
    /** 部分退款: part of the money has been refunded; the order still counts as paid. */
    PARTLY_REFUNDED("部分退款", "Partly refunded"),
    /** 已完成: its prints were sent, nothing of it is to go back, and prints were ordered anew; the order no longer counts as paid. */
    FULFILLED("已完成", "Completed"),
    /** 退款中: a refund of all money, or all but the price of prints that were sent, is under way; the order no longer counts as paid. */
    REFUNDING("退款中", "Refund under way"),
    /** 已退款: all money, or all but the price of prints that were sent, has been refunded. */
    REFUNDED("已退款", "Refunded"),
    /** 已取消: cancelled before it was paid. */
    CANCELLED("已取消", "Cancelled"),
    /** 超时未支付: not paid in time. */
    EXPIRED("超时未支付", "Not paid in time");

    private final String zh;
    private final String en;

    OrderStatus(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** The text shown to people. */
    public String text(Language language) {
        return language.pick(zh, en);
    }

    @Override
    public Set<OrderStatus> next() {
        return switch (this) {
            case AWAITING_PAYMENT -> EnumSet.of(PAID, CANCELLED, EXPIRED);
            case PAID -> EnumSet.of(PARTLY_REFUNDED, FULFILLED, REFUNDING);
            case PARTLY_REFUNDED -> EnumSet.of(FULFILLED, REFUNDING);
            case REFUNDING -> EnumSet.of(REFUNDED);
            case FULFILLED, REFUNDED, CANCELLED, EXPIRED -> EnumSet.noneOf(OrderStatus.class);
        };
    }

    /** Whether a capture with such an order needs no other. */
    public boolean isLive() {
        return switch (this) {
            case AWAITING_PAYMENT, PAID, PARTLY_REFUNDED -> true;
            case FULFILLED, REFUNDING, REFUNDED, CANCELLED, EXPIRED -> false;
        };
    }

    /** Whether the capture may go on: paid, and not fully refunded. */
    public boolean countsAsPaid() {
        return switch (this) {
            case PAID, PARTLY_REFUNDED -> true;
            case AWAITING_PAYMENT, FULFILLED, REFUNDING, REFUNDED, CANCELLED, EXPIRED -> false;
        };
    }
}
