package org.tucai.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tucai.authority.ConclusionMessage;
import org.tucai.authority.ConclusionMessage.Conclusion;
import org.tucai.campaign.Campaign;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureAlbum;
import org.tucai.capture.CaptureService;
import org.tucai.capture.CaptureStatus;
import org.tucai.capture.ReviewedCaptures;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Race;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** Conclusions are taken in chunks, with the same result as one by one. */
@TucaiTest
class ConclusionChunkIT {
    private static final Instant AT = MutableClock.START;

    private final ConclusionIntake intake;
    private final ReviewedCaptures reviewed;
    private final CaptureService captures;
    private final CaptureAlbum album;
    private final CampaignFixtures campaigns;
    private final People people;
    private final Http http;
    private final Rows rows;
    private Campaign campaign;
    private String accountNo;

    ConclusionChunkIT(
            ConclusionIntake intake,
            ReviewedCaptures reviewed,
            CaptureService captures,
            CaptureAlbum album,
            CampaignFixtures campaigns,
            People people,
            Http http,
            Rows rows) {
        this.intake = intake;
        this.reviewed = reviewed;
        this.captures = captures;
        this.album = album;
        this.campaigns = campaigns;
        this.people = people;
        this.http = http;
        this.rows = rows;
    }

    @BeforeEach
    void aCampaign() {
        campaign = campaigns.anOpenCampaign();
        accountNo = http.as(people.aStudent())
                .get("/api/v1/student/account")
                .expect(200)
                .at("no");
    }

    /** With a transaction for each, twenty thousand took a minute and a half. */
    @Test
    void manyConclusionsAreStoredInFewTransactions() {
        List<Conclusion> many = IntStream.range(0, 120)
                .mapToObj(i -> new Conclusion("SU-NOBODY-" + i, null, "同一人", AT))
                .toList();
        long before = commits();

        ConclusionIntake.Summary taken = take(many);

        assertThat(taken.unmatched()).isEqualTo(120);
        assertThat(commits() - before).isLessThan(60);
    }

    @Test
    void conclusionsBeforeAFailingOneAreKeptAndTheRestIsStoredOnARepetition() {
        List<Capture> all = forwarded(4);
        String broken = all.get(2).no();
        rows.change("UPDATE capture SET campaign_no = 'cmp_gone' WHERE no = '" + broken + "'");

        assertThatThrownBy(() -> take(on(all, "同一人", AT))).isInstanceOf(RuntimeException.class);

        assertThat(conclusions(all)).containsExactly("同一人", "同一人", null, null);
        assertThat(rows.texts(
                        "SELECT CONCAT(actor, ' ', action, ' ', detail) FROM audit_entry WHERE subject = 'conclusion'"))
                .containsExactly(CampaignFixtures.MANAGER + " conclusions-upload-begun 4 received");
        rows.change("UPDATE capture SET campaign_no = '" + campaign.no() + "' WHERE no = '" + broken + "'");
        ConclusionIntake.Summary again = take(on(all, "同一人", AT));
        assertThat(again.known()).isEqualTo(2);
        assertThat(again.applied()).isEqualTo(2);
        assertThat(conclusions(all)).containsOnly("同一人");
        assertThat(rows.number("SELECT COUNT(*) FROM message WHERE template = 'VERIFIED'"))
                .isEqualTo(4);
        assertThat(rows.number("SELECT COUNT(*) FROM audit_entry WHERE action = 'capture-verified'"))
                .isEqualTo(4);
    }

    @Test
    void severalConclusionsOnOneStudentAreAppliedInOrder() {
        List<Capture> one = forwarded(1);
        List<Conclusion> three = Stream.of(
                        on(one, "可能同一人", AT), on(one, "同一人", AT.plusSeconds(2)), on(one, "非同一人", AT.plusSeconds(1)))
                .flatMap(List::stream)
                .toList();

        ConclusionIntake.Summary taken = take(three);

        assertThat(taken.applied()).isEqualTo(2);
        assertThat(taken.outdated()).isEqualTo(1);
        assertThat(conclusions(one)).containsExactly("同一人");
    }

    /** Each holds captures that the other is waiting for. */
    @Test
    void twoFilesWithTheSameStudentsInOppositeOrderAreBothStored() {
        List<Capture> all = forwarded(40);
        Callable<ConclusionIntake.Summary> up = () -> take(on(all, "同一人", AT));
        Callable<ConclusionIntake.Summary> down = () -> take(on(all.reversed(), "可能同一人", AT.plusSeconds(1)));

        List<ConclusionIntake.Summary> both = Race.answers(up, down);

        assertThat(both).extracting(s -> s.applied() + s.outdated()).containsOnly(40);
        assertThat(conclusions(all)).containsOnly("可能同一人");
    }

    private List<Capture> forwarded(int count) {
        List<Capture> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Capture capture = reviewed.accepted(campaign, accountNo, "B" + i);
            captures.forwarded(capture.no());
            all.add(captures.require(capture.no()));
        }
        assertThat(all).extracting(Capture::status).containsOnly(CaptureStatus.FORWARDED);
        return all;
    }

    private List<Conclusion> on(List<Capture> all, String label, Instant at) {
        return all.stream()
                .map(c -> new Conclusion(album.facts(c).studentUniqueNo(), null, label, at))
                .toList();
    }

    private List<String> conclusions(List<Capture> of) {
        return of.stream().map(c -> captures.require(c.no()).conclusion()).toList();
    }

    private ConclusionIntake.Summary take(List<Conclusion> conclusions) {
        return intake.json(new ConclusionMessage("M1", AT, conclusions), CampaignFixtures.MANAGER);
    }

    private long commits() {
        return Long.parseLong(rows.of("SHOW GLOBAL STATUS LIKE 'Com_commit'").getFirst().values().stream()
                .toList()
                .getLast()
                .toString());
    }
}
