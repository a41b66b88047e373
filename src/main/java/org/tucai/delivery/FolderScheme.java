package org.tucai.delivery;

import org.tucai.capture.CaptureFacts;

/**
 * How a school wants its files grouped. Capture codes carry no class, and a school may not hand the unit lists that would say
 * whose class is whose; what a school can do is to name the part of its 学号 that tells classes apart.
 */
public enum FolderScheme {
    /** All in one folder. */
    NONE {
        @Override
        String of(CaptureFacts facts, int prefix) {
            return "";
        }
    },
    /** 层次/专业, as the code says them: no classes. */
    LEVEL_AND_MAJOR {
        @Override
        String of(CaptureFacts facts, int prefix) {
            return FileNames.clean(facts.level()) + "/" + FileNames.clean(facts.major()) + "/";
        }
    },
    /** 学号的前几位: the first characters of the 学号, by which many schools number their classes; {@code 无学号} without one. */
    STUDENT_NO_PREFIX {
        @Override
        String of(CaptureFacts facts, int prefix) {
            String studentNo = facts.studentNo();
            if (studentNo == null || studentNo.isBlank()) {
                return "无学号/";
            }
            return FileNames.clean(studentNo.substring(0, Math.min(prefix, studentNo.length()))) + "/";
        }
    };

    /** The folder with its closing slash; empty for none. */
    abstract String of(CaptureFacts facts, int prefix);
}
