package org.tucai.order;

import java.util.List;
import org.tucai.platform.privacy.PersonName;
import org.tucai.platform.privacy.PhoneNumber;

/**
 * Where prints go. Masked by {@link #toString()}.
 *
 * @param region province, city, district; 2-60 characters
 * @param street street, house, room; 2-120 characters
 */
public record PrintAddress(PersonName recipient, PhoneNumber phone, String region, String street) {
    private static final String SEPARATOR = "\n";

    public PrintAddress {
        region = line(region, 60);
        street = line(street, 120);
    }

    /** As one text, to be sealed. */
    String encode() {
        return String.join(SEPARATOR, List.of(recipient.value(), phone.value(), region, street));
    }

    static PrintAddress decode(String text) {
        String[] parts = text.split(SEPARATOR, -1);
        return new PrintAddress(new PersonName(parts[0]), new PhoneNumber(parts[1]), parts[2], parts[3]);
    }

    private static String line(String text, int longest) {
        String stripped = text.strip();
        int length = stripped.codePointCount(0, stripped.length());
        if (length < 2 || length > longest || stripped.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("an address line has 2 to " + longest + " characters");
        }
        return stripped;
    }

    @Override
    public String toString() {
        return recipient + " " + phone + " " + region + " **";
    }
}
