package org.tucai.order;

import java.util.EnumSet;
import java.util.Set;
import org.tucai.platform.state.Status;
import org.tucai.platform.web.Language;

/** State of an order's extra prints. */
public enum ShipmentStatus implements Status<ShipmentStatus> {
    /** 待寄出: the picture is accepted; the prints are to be made and sent. */
    WAITING("待寄出", "To be sent"),
    /** 待重拍: paid, but the picture they were to be made from is no longer valid; they are made from the next one accepted. */
    ON_HOLD("待重拍合格后寄出", "To be sent once the new photo is accepted"),
    /** 已寄出: with the carrier. */
    SHIPPED("已寄出", "Sent"),
    /** 已签收: delivered to the student; the address is deleted. */
    DELIVERED("已签收", "Delivered"),
    /** 已取消: their price is being refunded, or the capture has ended. */
    CANCELLED("已取消", "Cancelled");

    private final String zh;
    private final String en;

    ShipmentStatus(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** The text shown to people. */
    public String text(Language language) {
        return language.pick(zh, en);
    }

    /** Whether they left the unit, so that they have cost what they cost. */
    public boolean isSent() {
        return switch (this) {
            case SHIPPED, DELIVERED -> true;
            case WAITING, ON_HOLD, CANCELLED -> false;
        };
    }

    @Override
    public Set<ShipmentStatus> next() {
        return switch (this) {
            case WAITING -> EnumSet.of(SHIPPED, ON_HOLD, CANCELLED);
            case ON_HOLD -> EnumSet.of(WAITING, CANCELLED);
            case SHIPPED -> EnumSet.of(DELIVERED);
            case CANCELLED -> EnumSet.of(WAITING);
            case DELIVERED -> EnumSet.noneOf(ShipmentStatus.class);
        };
    }
}
