package org.tucai.forwarding;

import java.util.EnumSet;
import java.util.Set;
import org.tucai.platform.state.Status;
import org.tucai.platform.web.Language;

/** Status of a package. */
public enum PackageStatus implements Status<PackageStatus> {
    /** 待发送: to be sent, or sent without an answer so far. */
    WAITING("待发送", "Waiting"),
    /** 已接收: the authority has the picture. */
    ACKNOWLEDGED("已接收", "Acknowledged"),
    /** 已退回: the authority does not take the picture (凡不符合采集质量标准的不予接收). */
    RETURNED("已退回", "Returned"),
    /** 已取消: before the package was sent, the capture ended or its picture was replaced. */
    CANCELLED("已取消", "Cancelled");

    private final String zh;
    private final String en;

    PackageStatus(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** The text shown to people. */
    public String text(Language language) {
        return language.pick(zh, en);
    }

    @Override
    public Set<PackageStatus> next() {
        return switch (this) {
            case WAITING -> EnumSet.of(ACKNOWLEDGED, RETURNED, CANCELLED);
            case ACKNOWLEDGED, RETURNED, CANCELLED -> EnumSet.noneOf(PackageStatus.class);
        };
    }
}
