package org.tucai.order;

/** Why the program gives money back. */
public enum RefundReason {
    /** 初审不合格. */
    REJECTED("图像审核不合格，费用原路退回", "The picture was rejected"),
    /** 学信网退回. */
    RETURNED("学信网退回图像，费用原路退回", "The authority returned the picture"),
    /** 取消采集: the student gave the capture up. */
    WITHDRAWN("已取消采集，费用原路退回", "The capture was cancelled"),
    /** 采集结束: the campaign closed before a picture was accepted. */
    CAMPAIGN_CLOSED("采集已结束，费用原路退回", "The campaign closed");

    private final String zh;
    private final String en;

    RefundReason(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** What the student reads at the channel; at most 80 characters. */
    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
