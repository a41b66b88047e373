package org.tucai.order;

import org.tucai.platform.web.Language;

/** What an order line charges for. */
public enum LineKind {
    /** 图像采集费. */
    CAPTURE_FEE("图像采集费", "Capture fee"),
    /** 加印照片: extra prints. */
    PRINTS("加印照片", "Extra prints"),
    /** 快递费: express delivery of the prints. */
    EXPRESS("快递费", "Express delivery");

    private final String zh;
    private final String en;

    LineKind(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** The text shown to people. */
    public String text(Language language) {
        return language.pick(zh, en);
    }
}
