package org.tucai.proofreading;

/** How a manager dealt with what was wrong. */
public enum Resolution {
    /** 已更正: corrected where the facts come from. */
    CORRECTED("已更正", "Corrected"),
    /** 核实无误: looked into and found right. */
    UNFOUNDED("核实无误", "Found to be right"),
    /** 重新拍摄: the student shoots again without paying again. */
    RETAKE("重新拍摄", "To be taken again");

    private final String zh;
    private final String en;

    Resolution(String zh, String en) {
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
