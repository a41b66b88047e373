package org.tucai.campaign;

import org.tucai.platform.web.Language;

/** Whether a student with an accepted photo from an earlier campaign may be photographed in this one. */
public enum AlreadyCaptured {
    /** Refused: the earlier photo stays. */
    FORBIDDEN("已采集者不可重拍", "May not shoot again"),
    /** The student decides. */
    ALLOWED("已采集者可重拍", "May shoot again"),
    /** The earlier photo does not count; everyone shoots. */
    REQUIRED("已采集者须重拍", "Must shoot again");

    private final String zh;
    private final String en;

    AlreadyCaptured(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** The text shown to people. */
    public String text(Language language) {
        return language.pick(zh, en);
    }
}
