package org.tucai.platform.privacy;

/**
 * A person's name; prints masked.
 *
 * @param value 1-60 characters, on one line
 */
public record PersonName(String value) {
    private static final int LONGEST = 60;

    public PersonName {
        value = value.strip();
        int length = value.codePointCount(0, value.length());
        if (length == 0 || length > LONGEST || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a name has 1 to 60 characters on one line");
        }
    }

    /** The first character and asterisks. */
    @Override
    public String toString() {
        return value.substring(0, value.offsetByCodePoints(0, 1)) + "**";
    }
}
