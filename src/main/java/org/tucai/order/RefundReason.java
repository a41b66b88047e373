package org.tucai.order;

/** Why the program gives money back. */
public enum RefundReason {
    /** 初审不合格. */
    REJECTED("图像审核不合格，费用原路退回"),
    /** 取消采集: the student gave the capture up. */
    WITHDRAWN("已取消采集，费用原路退回"),
    /** 已采集合格: another campaign's picture of the student was accepted, so this one needs none. */
    ALREADY_CAPTURED("图像已采集合格，费用原路退回"),
    /** 重新加印: prints of an earlier picture were sent, and new ones are ordered with the next; the fee is part of that order. */
    PRINTS_AGAIN("照片重拍后重新加印，采集费随新订单支付，原采集费原路退回"),
    /** 采集结束: the campaign closed before a picture was accepted. */
    CAMPAIGN_CLOSED("采集已结束，费用原路退回");

    private final String zh;

    RefundReason(String zh) {
        this.zh = zh;
    }

    /** What the student reads at the channel; at most 80 characters. */
    public String zh() {
        return zh;
    }

    /** The same where the price of prints that were sent stays with the unit. */
    String zhExceptForSentPrints() {
        return zh + "（已寄出的加印照片除外）";
    }
}
