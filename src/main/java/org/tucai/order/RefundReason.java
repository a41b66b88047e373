package org.tucai.order;

import java.util.stream.Stream;
import org.tucai.payment.GiveBack;
import org.tucai.platform.web.Language;

/** Why the program gives money back. */
public enum RefundReason {
    /** 初审不合格. */
    REJECTED("图像审核不合格，费用原路退回", "The photo was rejected"),
    /** 取消采集: the student gave the capture up. */
    WITHDRAWN("已取消采集，费用原路退回", "The capture was given up"),
    /** 已采集合格: another campaign's picture of the student was accepted, so this one needs none. */
    ALREADY_CAPTURED("图像已采集合格，费用原路退回", "The picture was accepted in another campaign"),
    /** 重新加印: prints of an earlier picture were sent, and new ones are ordered with the next; the fee is part of that order. */
    PRINTS_AGAIN(
            "照片重拍后重新加印，采集费随新订单支付，原采集费原路退回",
            "Prints are ordered again with the new photo; the fee is part of the new order"),
    /** 采集结束: the campaign closed before a picture was accepted. */
    CAMPAIGN_CLOSED("采集已结束，费用原路退回", "The campaign is over");

    private static final String EXCEPT_FOR_SENT_PRINTS = "（已寄出的加印照片除外）";

    private final String zh;
    private final String en;

    RefundReason(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** The reason of a refund in that language; unchanged if a manager wrote it. */
    static String translated(String reason, Language language) {
        return Stream.of(values())
                .filter(r -> reason.equals(r.zh) || reason.equals(r.zhExceptForSentPrints()))
                .map(r -> language.pick(
                        reason, reason.equals(r.zh) ? r.en : r.en + " (except for the prints that were sent)"))
                .findFirst()
                .orElseGet(() -> GiveBack.translated(reason, language));
    }

    /** What the student reads at the channel; at most 80 characters. */
    public String zh() {
        return zh;
    }

    /** The same where the price of prints that were sent stays with the unit. */
    String zhExceptForSentPrints() {
        return zh + EXCEPT_FOR_SENT_PRINTS;
    }
}
