package org.tucai.forwarding;

import java.util.EnumSet;
import java.util.Set;
import org.tucai.platform.state.Status;
import org.tucai.platform.web.Language;

/** Status of a package. */
public enum PackageStatus implements Status<PackageStatus> {
    /** 待发送: to be sent, or sent without an answer so far. */
    WAITING("待发送", "waiting"),
    /** 已接收: the authority has the picture. */
    ACKNOWLEDGED("已接收", "acknowledged"),
    /** 已退回: the authority does not take the picture (凡不符合采集质量标准的不予接收). */
    RETURNED("已退回", "returned"),
    /** 已取消: the capture ended before the package went out. */
    CANCELLED("已取消", "cancelled");

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
