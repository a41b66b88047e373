package org.tucai.campaign;

import org.tucai.platform.web.Language;

/** What happens when a student does not answer the information check (图像信息核对) in time. */
public enum ProofreadingSilence {
    /** The facts count as correct. */
    COUNTS_AS_CORRECT("逾期视为无误", "Counts as correct"),
    /** The check stays open for the school to follow up. */
    STAYS_OPEN("逾期待学校跟进", "Stays open"),
    /** The student is asked once more, with a new deadline. */
    ASK_AGAIN("逾期再次提醒", "Ask again");

    private final String zh;
    private final String en;

    ProofreadingSilence(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** The text shown to people. */
    public String text(Language language) {
        return language.pick(zh, en);
    }
}
