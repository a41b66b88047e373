package org.tucai.delivery;

import org.tucai.capture.CaptureFacts;

/** How a school wants its files grouped. Codes carry no class, so level and major stand for it. */
public enum FolderScheme {
    /** All in one folder. */
    NONE {
        @Override
        String of(CaptureFacts facts) {
            return "";
        }
    },
    /** 层次/专业. */
    LEVEL_AND_MAJOR {
        @Override
        String of(CaptureFacts facts) {
            return FileNames.clean(facts.level()) + "/" + FileNames.clean(facts.major()) + "/";
        }
    };

    abstract String of(CaptureFacts facts);
}
