package org.tucai.notification;

/**
 * A channel's answer. A channel that cannot be reached throws instead, after half a minute at the latest, and the delivery is retried.
 *
 * @param accepted whether the channel accepted the message
 * @param code the channel's own code: {@code 0} or, from WeChat, {@code 43101} (refused by the user), {@code 47003} (bad value); only the
 *     first 40 characters, in ASCII, because the message would be sent again if its answer could not be stored
 */
public record SendResult(boolean accepted, String code) {
    /** The user has withdrawn the permission. */
    public static final String REFUSED_BY_USER = "43101";

    /** A value exceeds a limit. */
    public static final String BAD_VALUE = "47003";

    private static final int LONGEST = 40;

    public SendResult {
        String plain = code.replaceAll("[^ -~]", "?");
        code = plain.substring(0, Math.min(LONGEST, plain.length()));
    }

    public static SendResult taken() {
        return new SendResult(true, "0");
    }

    public static SendResult refused(String code) {
        return new SendResult(false, code);
    }
}
