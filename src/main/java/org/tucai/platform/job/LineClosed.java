package org.tucai.platform.job;

import org.jspecify.annotations.Nullable;

/** Another system was not asked, because it is silent or slow at present; every job that fails with this waits until it can be asked. */
public final class LineClosed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LineClosed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
