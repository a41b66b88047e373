package org.tucai.authority;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthoritySettingsTest {
    @ParameterizedTest
    @ValueSource(strings = {"https://unit.example", "https://unit.example/"})
    void addressesMayEndWithASlash(String address) {
        AuthoritySettings settings = new AuthoritySettings(address, "unit", 1, address, "", true, () -> {
            throw new AssertionError("the server's address is not asked for");
        });

        assertThat(settings.url()).isEqualTo("https://unit.example");
        assertThat(settings.callbackUrl()).isEqualTo("https://unit.example/callbacks/authority");
    }
}
