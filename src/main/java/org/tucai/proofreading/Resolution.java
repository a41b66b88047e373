package org.tucai.proofreading;

import org.tucai.platform.web.Language;

/** How a manager resolved an erratum. */
public enum Resolution {
    /** 已更正: corrected at the source of the facts. */
    CORRECTED("已更正", "Corrected"),
    /** 核实无误: examined and found to be correct. */
    UNFOUNDED("核实无误", "Found to be correct"),
    /** 重新拍摄: the photo is taken again, without paying again. */
    RETAKE("重新拍摄", "New photo to be taken");

    private final String zh;
    private final String en;

    Resolution(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** The text shown to people. */
    public String text(Language language) {
        return language.pick(zh, en);
    }
}
