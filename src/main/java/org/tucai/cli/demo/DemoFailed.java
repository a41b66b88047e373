package org.tucai.cli.demo;

/** A step of the demo did not go as it should; the message says which and how. */
final class DemoFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String said;

    DemoFailed(String message) {
        super(message);
        this.said = message;
    }

    /** The same as the message, never null. */
    String said() {
        return said;
    }
}
