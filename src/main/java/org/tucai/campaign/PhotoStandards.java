package org.tucai.campaign;

import java.util.List;

/** Which photo standards there are; the feature that judges photos knows. */
public interface PhotoStandards {
    /** Their names, the usual one first. */
    List<String> names();
}
