package org.tucai.proofreading;

import org.tucai.platform.web.Language;

/** What the student finds wrong. */
public enum ErratumReason {
    NOT_ME("照片不是本人", "The picture is not me"),
    PICTURE_QUALITY("照片质量问题", "The picture quality is poor"),
    NAME("姓名有误", "The name is wrong"),
    ID_NUMBER("证件号码有误", "The ID number is wrong"),
    MAJOR("专业有误", "The major is wrong"),
    LEVEL("层次有误", "The level is wrong"),
    STUDENT_NO("学号有误", "The student number is wrong"),
    OTHER("其他", "Something else");

    private final String zh;
    private final String en;

    ErratumReason(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** The text shown to people. */
    public String text(Language language) {
        return language.pick(zh, en);
    }
}
