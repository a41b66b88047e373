package org.tucai.order;

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

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
