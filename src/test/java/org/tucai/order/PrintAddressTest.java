package org.tucai.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.tucai.platform.privacy.PersonName;
import org.tucai.platform.privacy.PhoneNumber;

class PrintAddressTest {
    private static final PhoneNumber PHONE = new PhoneNumber("13912345678");
    /** One character, but two Java chars. */
    private static final String RARE = "𠮷";

    /** Counted as the API counts, which has accepted it. */
    @Test
    void aCharacterOutsideTheBmpCountsAsOne() {
        PersonName longest = new PersonName(RARE.repeat(60));

        PrintAddress address = new PrintAddress(longest, PHONE, RARE.repeat(60), RARE.repeat(120));

        assertThat(PrintAddress.decode(address.encode())).isEqualTo(address);
        assertThatIllegalArgumentException().isThrownBy(() -> new PersonName(RARE.repeat(61)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PrintAddress(longest, PHONE, RARE.repeat(61), RARE.repeat(2)));
        assertThatIllegalArgumentException().isThrownBy(() -> new PrintAddress(longest, PHONE, "江苏", RARE));
    }
}
