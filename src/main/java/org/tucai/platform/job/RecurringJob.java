package org.tucai.platform.job;

import java.time.Duration;

/** Work done again and again while the server runs. A bean; must be safe to run at any time, also twice. */
public interface RecurringJob {
    /** Kebab case, at most 60 characters. */
    String type();

    /** The pause between two runs. */
    Duration every();

    void run();
}
