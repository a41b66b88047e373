package org.tucai.capture;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/**
 * Lets a sandbox server take uploads without looking at them, so that a load test can tell what the way around the inspection
 * costs. There is none in a server that is no sandbox.
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
