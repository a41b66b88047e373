package org.tucai.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"5.5.5-10.11.14-MariaDB-0+deb12u2", "10.6.21-MariaDB-log", "5.5.5-10.3.39-MariaDB"})
    void refusesServersThatLoseTheFractionOfASecond(String version) {
        assertThatThrownBy(() -> DatabaseAddress.refuseLossy(version))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(version)
                .hasMessageContaining("use MySQL 8 or MariaDB 11, or later");
    }

    @ParameterizedTest
    @ValueSource(strings = {"11.4.5-MariaDB", "8.4.3", "8.0.40-0ubuntu0.24.04.1", "12.0.2-MariaDB-ubu2404"})
    void acceptsServersThatKeepFractionsOfASecond(String version) {
        DatabaseAddress.refuseLossy(version);
    }

    @Test
    void addsItsParametersWithoutOverridingThoseOfTheAddress() {
        String address = DatabaseAddress.withParameters(
                "jdbc:mysql://db.example/tucai?sslMode=VERIFY_CA&SocketTimeout=5000&serverTimezone=Asia/Shanghai");

        assertThat(address)
                .startsWith(
                        "jdbc:mysql://db.example/tucai?connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true&")
                .contains("&connectTimeout=3000&")
                .doesNotContain("socketTimeout=20000")
                .doesNotContain("serverTimezone")
                .endsWith("&sslMode=VERIFY_CA&SocketTimeout=5000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:mysql://db.example/tucai", "jdbc:mysql://db.example/tucai?"})
    void addsItsParametersToAnAddressWithoutAny(String url) {
        assertThat(DatabaseAddress.withParameters(url))
                .startsWith("jdbc:mysql://db.example/tucai?connectionTimeZone=UTC&")
                .endsWith("&maintainTimeStats=false");
    }

    @Test
    void saysWhatToCheckWhenTheServerCannotBeReached(@TempDir Path path) throws IOException {
        DataFolder folder = new DataFolder(path);
        DatabaseAddress address = new DatabaseAddress(
                folder,
                () -> {
                    throw new AssertionError("the embedded database is not asked for");
                },
                "jdbc:mysql://127.0.0.1:1/tucai",
                "tucai",
                "secret");

        assertThatThrownBy(address::checkedUrl)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("check TUCAI_DB_URL, TUCAI_DB_USER, TUCAI_DB_PASSWORD")
                .hasMessageNotContaining("secret");
        folder.release();
    }
}
