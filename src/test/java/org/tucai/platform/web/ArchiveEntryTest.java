package org.tucai.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

class ArchiveEntryTest {
    private static final String NAME = "photos/本科/英语/B1.jpg";
    private static final Instant BEFORE_MIDNIGHT_IN_LONDON = Instant.parse("2026-12-31T16:30:00Z");

    @Test
    void showsTheTimeInChinaWhereverTheServerStands() {
        TimeZone here = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/London"));
        ZipEntry entry;
        try {
            entry = ArchiveEntry.of(NAME, BEFORE_MIDNIGHT_IN_LONDON);
        } finally {
            TimeZone.setDefault(here);
        }

        assertThat(entry.getTimeLocal()).isEqualTo("2027-01-01T00:30:00");
    }

    /** The layout of APPNOTE 4.6.9: id, size, version, CRC-32 of the name in the header, name. */
    @Test
    void repeatsItsNameInAUtf8ExtraField() {
        ZipEntry entry = ArchiveEntry.of("é", BEFORE_MIDNIGHT_IN_LONDON);

        assertThat(entry.getExtra())
                .as("a name whose CRC-32 differs is not believed")
                .containsExactly(0x75, 0x70, 7, 0, 1, 0x3E, 0x8D, 0x04, 0x0E, 0xC3, 0xA9);
        assertThat(new String(ArchiveEntry.of(NAME, BEFORE_MIDNIGHT_IN_LONDON).getExtra(), StandardCharsets.UTF_8))
                .endsWith(NAME);
    }
}
