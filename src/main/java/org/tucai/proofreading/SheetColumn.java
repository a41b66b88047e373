package org.tucai.proofreading;

import org.tucai.platform.web.Language;

/** What a sheet has of each student. */
enum SheetColumn {
    NUMBER("序号", "No."),
    STUDENT_NO("学号", "Student no."),
    NAME("姓名", "Name"),
    RESULT("校对结果", "Result"),
    SIGNATURE("本人签名", "Signature");

    private final String zh;
    private final String en;

    SheetColumn(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    String in(Language language) {
        return language.pick(zh, en);
    }
}
