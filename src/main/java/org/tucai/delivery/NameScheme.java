package org.tucai.delivery;

import org.tucai.capture.CaptureFacts;

/** What the files of a delivery are named after. */
public enum NameScheme {
    /** 学号; where a code carries none, 学生唯一编号. */
    STUDENT_NO {
        @Override
        String of(CaptureFacts facts) {
            String studentNo = facts.studentNo();
            return studentNo == null || studentNo.isBlank() ? facts.studentUniqueNo() : studentNo;
        }
    },
    /** 学生唯一编号. */
    STUDENT_UNIQUE_NO {
        @Override
        String of(CaptureFacts facts) {
            return facts.studentUniqueNo();
        }
    };

    abstract String of(CaptureFacts facts);
}
