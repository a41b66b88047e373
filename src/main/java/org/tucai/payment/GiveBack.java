package org.tucai.payment;

import java.util.stream.Stream;
import org.tucai.platform.web.Language;

/** Why received money is not kept. */
public enum GiveBack {
    /** The order had been paid already. */
    PAID_TWICE("重复支付，原路退回", "Paid twice"),
    /** The order had ended: cancelled, expired or refunded. */
    TOO_LATE("订单已结束，原路退回", "The order had ended"),
    /** The amount differs from the one requested. */
    WRONG_AMOUNT("支付金额与订单不符，原路退回", "The amount differs from the order");

    private final String zh;
    private final String en;

    GiveBack(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** The reason of a refund in that language; unchanged if it is none of these. */
    public static String translated(String reason, Language language) {
        return Stream.of(values())
                .filter(g -> g.zh.equals(reason))
                .map(g -> g.text(language))
                .findFirst()
                .orElse(reason);
    }

    /** Shown to people; in Chinese also the reason the payer reads at the channel, at most 80 characters. */
    public String text(Language language) {
        return language.pick(zh, en);
    }
}
