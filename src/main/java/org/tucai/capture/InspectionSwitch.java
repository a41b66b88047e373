package org.tucai.capture;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/**
 * Lets a sandbox server take uploads without inspecting them, so that a load test can measure the cost of everything else. Exists in
 * sandbox servers only.
 */
@Singleton
@Requires(property = "tucai.sandbox", value = "true")
public class InspectionSwitch {
    private volatile boolean on = true;

    boolean isOn() {
        return on;
    }

    public void set(boolean wanted) {
        on = wanted;
    }
}
