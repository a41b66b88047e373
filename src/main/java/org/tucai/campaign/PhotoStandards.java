package org.tucai.campaign;

/** Which photo standards there are; the feature that judges photos knows. */
public interface PhotoStandards {
    boolean knows(String photoProfile);
}
