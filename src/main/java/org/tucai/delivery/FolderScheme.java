package org.tucai.delivery;

import org.tucai.capture.CaptureFacts;

/** How the files of a delivery are grouped into folders. */
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
    /** 学号的前几位: the first characters of the 学号, which name the class at many schools. */
    STUDENT_NO_PREFIX {
        @Override
        String of(CaptureFacts facts, int prefix) {
            return FileNames.clean(facts.classNo(prefix)) + "/";
        }
    };

    /** The folder with its trailing slash; empty for none. */
    abstract String of(CaptureFacts facts, int prefix);
}
