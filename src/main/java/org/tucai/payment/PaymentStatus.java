package org.tucai.payment;

import java.util.EnumSet;
import java.util.Set;
import org.tucai.platform.state.Status;
import org.tucai.platform.web.Language;

/** State of a payment. */
public enum PaymentStatus implements Status<PaymentStatus> {
    /** Created here; the channel may not know of it yet. */
    CREATED("待支付", "Awaiting payment"),
    /** The channel knows of it; the payer can pay. */
    AWAITING("待支付", "Awaiting payment"),
    /** The whole amount was received. */
    SUCCEEDED("已支付", "Paid"),
    /** Money was received, but not the amount requested; it is refunded, and a person looks into it. */
    MISMATCHED("金额不符", "Wrong amount"),
    /** The channel no longer takes money for it, or was silent about it for a month; money already on its way may still arrive. */
    CLOSED("已关闭", "Closed");

    private final String zh;
    private final String en;

    PaymentStatus(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** The text shown to people. */
    public String text(Language language) {
        return language.pick(zh, en);
    }

    @Override
    public Set<PaymentStatus> next() {
        return switch (this) {
            case CREATED -> EnumSet.of(AWAITING, SUCCEEDED, MISMATCHED, CLOSED);
            case AWAITING -> EnumSet.of(SUCCEEDED, MISMATCHED, CLOSED);
            case CLOSED -> EnumSet.of(SUCCEEDED, MISMATCHED);
            case SUCCEEDED, MISMATCHED -> EnumSet.noneOf(PaymentStatus.class);
        };
    }

    /** Whether money of this payment is or was with us. */
    public boolean moneyCameIn() {
        return switch (this) {
            case SUCCEEDED, MISMATCHED -> true;
            case CREATED, AWAITING, CLOSED -> false;
        };
    }

    /** Whether the payer may still pay it. */
    public boolean isOpen() {
        return switch (this) {
            case CREATED, AWAITING -> true;
            case SUCCEEDED, MISMATCHED, CLOSED -> false;
        };
    }
}
