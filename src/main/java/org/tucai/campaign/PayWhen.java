package org.tucai.campaign;

import org.tucai.platform.web.Language;

/** When the fee is paid; has no effect while the fee is 0 (the school pays). */
public enum PayWhen {
    /** The photo can be uploaded only once the order is paid. */
    BEFORE_SHOOTING("拍摄前付款", "Before shooting"),
    /** The order is placed when the student confirms the photo. */
    AFTER_SHOOTING("拍摄后付款", "After shooting");

    private final String zh;
    private final String en;

    PayWhen(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** The text shown to people. */
    public String text(Language language) {
        return language.pick(zh, en);
    }
}
