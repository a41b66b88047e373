package org.tucai.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucai.authority.PackageAnswer;

class ForwardedPackageTest {
    private static final Instant NOW = Instant.parse("2026-04-20T02:00:00Z");

    /** The usual reason then takes its place; the student would be told to shoot again because of "-". */
    @ParameterizedTest
    @CsvSource(
            value = {"null, null", "'', null", "'  ', null", "'\t\n', null", "背景不均匀。, 背景不均匀。"},
            nullValues = "null")
    void aBlankReasonCountsAsNone(String given, String kept) {
        PackageAnswer answer = new PackageAnswer("pkg_1", false, given, "R1", NOW);

        ForwardedPackage returned =
                ForwardedPackage.waiting("pkg_1", "cap_1", "pho_1", NOW).answered(answer, NOW);

        assertThat(returned.reason()).isEqualTo(kept);
    }
}
