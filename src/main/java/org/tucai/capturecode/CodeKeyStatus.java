package org.tucai.capturecode;

import java.util.EnumSet;
import java.util.Set;
import org.tucai.platform.state.Status;

/** Whether codes made with a key still open. */
public enum CodeKeyStatus implements Status<CodeKeyStatus> {
    /** Codes made with it open. */
    ACTIVE,
    /** Withdrawn: its codes are refused as if it had never been held. */
    RETIRED;

    @Override
    public Set<CodeKeyStatus> next() {
        return switch (this) {
            case ACTIVE -> EnumSet.of(RETIRED);
            case RETIRED -> EnumSet.noneOf(CodeKeyStatus.class);
        };
    }
}
