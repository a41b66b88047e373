package org.tucai.order;

/**
 * Extra prints.
 *
 * @param count 1-20
 * @param address where they go
 */
public record Prints(int count, PrintAddress address) {
    /** The most prints one order takes. */
    public static final int MOST = 20;

    public Prints {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("1 to " + MOST + " prints");
        }
    }
}
