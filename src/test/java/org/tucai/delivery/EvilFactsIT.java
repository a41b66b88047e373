package org.tucai.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.School;
import org.tucai.capture.ReviewedCaptures;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.TucaiTest;

/** Facts of codes become file names and table cells at the school: whatever they contain, they are nothing more. */
@TucaiTest
class EvilFactsIT {
    private static final List<String> EVIL = List.of(
            "../../../../etc/cron.d/x",
            "..\\..\\windows\\win.ini",
            "/etc/passwd",
            "C:evil",
            "CON",
            "nul",
            "COM¹",
            ".htaccess",
            "=HYPERLINK(\"http://x\",\"y\")",
            "+1+1",
            "-2+3",
            "@SUM(A1)",
            "＝1+1",
            "a\r\n=1+1",
            "a,\"b\";c",
            "\t=1",
            "<b>x</b>");
    /** The 61st char is the second half of a rare character: cut there, the name could no longer be encoded. */
    private static final String LONG_WITH_RARE_CHARACTERS = "甲".repeat(59) + "𠮷𠮷";

    private final Http http;
    private final People people;
    private final CampaignFixtures campaigns;
    private final ReviewedCaptures reviewed;
    private final MutableClock clock;

    EvilFactsIT(Http http, People people, CampaignFixtures campaigns, ReviewedCaptures reviewed, MutableClock clock) {
        this.http = http;
        this.people = people;
        this.campaigns = campaigns;
        this.reviewed = reviewed;
        this.clock = clock;
    }

    @Test
    void archiveNamesStayInsideTheTargetFolderAndCellsStayText() {
        School school = campaigns.aSchool();
        Campaign campaign = campaigns.anOpenCampaign(school, t -> {});
        EVIL.forEach(evil -> reviewed.accepted(campaign, evil, evil, evil));
        reviewed.accepted(campaign, LONG_WITH_RARE_CHARACTERS, "本科", LONG_WITH_RARE_CHARACTERS);
        clock.advance(Duration.ofMinutes(1));

        Map<String, byte[]> files = pull(school);

        assertThat(files).hasSize(EVIL.size() + 2);
        Path target = Path.of("/home/school/unpacked");
        for (String name : files.keySet()) {
            assertThat(target.resolve(name).normalize()).startsWithRaw(target);
            assertThat(name)
                    .matches("(photos/[\\p{L}\\p{N}_-]+/[\\p{L}\\p{N}_-]+/[\\p{L}\\p{N}_-]+\\.jpg|manifest\\.csv)");
            assertThat(name.toLowerCase(java.util.Locale.ROOT)).doesNotMatch(".*/(con|nul|com¹)(\\..*|/.*)?");
        }
        for (List<String> row : rows(new String(files.get("manifest.csv"), StandardCharsets.UTF_8))) {
            assertThat(row).hasSize(10);
            assertThat(row).allSatisfy(cell -> assertThat(cell).doesNotMatch("(?s)[=+@\\t\\r\\n＝＋－＠-].*"));
        }
    }

    private Map<String, byte[]> pull(School school) {
        Http client = http.as(people.aSchoolClient(school.no()));
        String archive = client.post(
                        "/api/v1/school/deliveries", Map.of("names", "STUDENT_NO", "folders", "LEVEL_AND_MAJOR"))
                .expect(201)
                .at("archiveUrl");
        return client.get(archive).expect(200).unzipped();
    }

    /** The rows as a spreadsheet reads them (RFC 4180). */
    private static List<List<String>> rows(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = csv.startsWith("\uFEFF") ? 1 : 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (c == '"') {
                boolean doubled = quoted && i + 1 < csv.length() && csv.charAt(i + 1) == '"';
                quoted = doubled == quoted;
                if (doubled) {
                    cell.append('"');
                    i++;
                }
            } else if (!quoted && (c == ',' || c == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else if (quoted || c != '\r') {
                cell.append(c);
            }
        }
        return rows;
    }
}
