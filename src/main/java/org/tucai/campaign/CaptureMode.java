package org.tucai.campaign;

import org.tucai.platform.web.Language;

/** How students are photographed in a campaign (方式). */
public enum CaptureMode {
    /** 自行现场采集: the operator scans the code, shoots, and the unit checks at once. */
    ON_SITE("现场采集", "On site"),
    /** 小程序采集: students upload a photo. */
    ONLINE("小程序采集", "Mini program");

    private final String zh;
    private final String en;

    CaptureMode(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** The text shown to people. */
    public String text(Language language) {
        return language.pick(zh, en);
    }
}
