package org.tucai.campaign;

import org.tucai.platform.web.Language;

/** What the student is offered when the unit rejects the photo. */
public enum OnRejection {
    /** The whole fee goes back; shooting again is paid again. */
    REFUND("退款", "Refund"),
    /** The fee stays and covers the next photo. */
    FREE_RETAKE("免费重拍", "Free retake");

    private final String zh;
    private final String en;

    OnRejection(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** The text shown to people. */
    public String text(Language language) {
        return language.pick(zh, en);
    }
}
