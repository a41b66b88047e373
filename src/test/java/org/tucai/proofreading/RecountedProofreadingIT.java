package org.tucai.proofreading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.ProofreadingSilence;
import org.tucai.platform.job.DueJobs;
import org.tucai.testing.Http;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** A manager loads a calendar year: due days of open checks move later, never earlier. */
@TucaiTest
class RecountedProofreadingIT {
    private final CheckedStudent student;
    private final People people;
    private final DueJobs jobs;
    private final MutableClock clock;
    private final Http http;
    private final Rows rows;

    RecountedProofreadingIT(
            CheckedStudent student, People people, DueJobs jobs, MutableClock clock, Http http, Rows rows) {
        this.student = student;
        this.people = people;
        this.jobs = jobs;
        this.clock = clock;
        this.http = http;
        this.rows = rows;
    }

    @BeforeEach
    void aStudent() {
        student.arrives();
    }

    @Test
    void movesAProvisionalDueDateLaterButNeverEarlier() {
        clock.setTo(Instant.parse("2026-12-30T02:00:00Z"));
        student.arrives();
        Proofreading open = student.accepted(ProofreadingSilence.STAYS_OPEN);
        assertThat(open.provisional()).isTrue();
        String manager = people.aManager();

        loads(manager, "2027-01-01", "2027-01-03", List.of(), "*");
        Proofreading later = student.now(open);
        assertThat(later.dueAt()).isEqualTo(open.dueAt().plus(Duration.ofDays(1)));
        assertThat(later.provisional()).isFalse();
        jobs.run(RecountProofreadingsJob.TYPE, "2027");

        assertThat(student.now(open)).isEqualTo(later);
    }

    @Test
    void aCheckCommittedAfterTheJobHasLookedIsRecountedHalfAMinuteLater() {
        clock.setTo(Instant.parse("2026-12-30T02:00:00Z"));
        student.arrives();
        Proofreading open = student.accepted(ProofreadingSilence.STAYS_OPEN);
        loads(people.aManager(), "2027-01-01", "2027-01-03", List.of(), "*");
        Proofreading counted = student.now(open);
        // as counted before the year was known
        rows.change("UPDATE proofreading SET due_at = due_at - INTERVAL 1 DAY, provisional = TRUE");

        clock.advance(Duration.ofSeconds(31));
        jobs.runDue();

        assertThat(student.now(open).dueAt()).isEqualTo(counted.dueAt());
        assertThat(student.now(open).provisional()).isFalse();
    }

    private void loads(String manager, String from, String to, List<String> worked, String etag) {
        puts(manager, from, to, worked, etag);
        jobs.runDue();
    }

    private void puts(String manager, String from, String to, List<String> worked, String etag) {
        Map<String, Object> year =
                Map.of("year", 2027, "source", "测试", "off", List.of(Map.of("from", from, "to", to)), "worked", worked);
        http.as(manager)
                .put("/api/v1/admin/calendar-years/2027", year, "If-Match", etag)
                .expect(200);
    }

    @Test
    void aCheckDoesNotEndAtADueTimeThatNewHolidaysHavePostponed() {
        clock.setTo(Instant.parse("2026-12-30T02:00:00Z"));
        student.arrives();
        Proofreading open = student.accepted(ProofreadingSilence.COUNTS_AS_CORRECT);
        puts(people.aManager(), "2027-01-01", "2027-01-03", List.of(), "*");

        clock.setTo(open.dueAt()); // before the job that recounts
        jobs.run(EndProofreadingJob.TYPE, open.no());

        assertThat(student.now(open).status()).isEqualTo(ProofreadingStatus.OPEN);
        assertThat(student.now(open).dueAt()).isEqualTo(open.dueAt().plus(Duration.ofDays(1)));
        clock.setTo(student.now(open).dueAt());
        jobs.run(EndProofreadingJob.TYPE, open.no());
        assertThat(student.now(open).status()).isEqualTo(ProofreadingStatus.ASSUMED);
    }

    @Test
    void aCheckEndsAtAProvisionalDueTimeIfTheHolidaysAreStillUnknownThen() {
        clock.setTo(Instant.parse("2026-12-30T02:00:00Z"));
        student.arrives();
        Proofreading open = student.accepted(ProofreadingSilence.COUNTS_AS_CORRECT);
        assertThat(open.provisional()).isTrue();

        clock.setTo(open.dueAt());
        jobs.run(EndProofreadingJob.TYPE, open.no());

        assertThat(student.now(open).status()).isEqualTo(ProofreadingStatus.ASSUMED);
    }

    @Test
    void aCheckThatCannotBeRecountedDoesNotStopTheOthers() {
        clock.setTo(Instant.parse("2026-12-30T02:00:00Z"));
        student.arrives();
        List<Proofreading> open = Stream.generate(() -> student.accepted(ProofreadingSilence.STAYS_OPEN))
                .limit(2)
                .sorted(Comparator.comparing(Proofreading::no))
                .toList();
        rows.change("UPDATE proofreading SET campaign_no = 'cmp_gone' WHERE no = '"
                + open.getFirst().no() + "'");
        puts(people.aManager(), "2027-01-01", "2027-01-03", List.of(), "*");

        assertThatThrownBy(() -> jobs.run(RecountProofreadingsJob.TYPE, "2027"))
                .hasMessageContaining("failed for 1 of them");

        Proofreading sound = open.getLast();
        assertThat(student.now(sound).dueAt()).isEqualTo(sound.dueAt().plus(Duration.ofDays(1)));
    }

    @Test
    void aCertainDueDateIsRecountedWhenItsYearIsReplaced() {
        Proofreading open = student.accepted(ProofreadingSilence.STAYS_OPEN);
        assertThat(open.provisional()).isFalse();

        replaces(2026, "2026-05-06", "2026-05-06");

        // without 1-5 May off and 9 May worked, but with the 6th off: 20 April + 15 working days is 12 May
        assertThat(student.now(open).dueAt()).isEqualTo(open.dueAt());
        replaces(2026, "2026-04-27", "2026-05-06");
        assertThat(student.now(open).dueAt()).isEqualTo(Instant.parse("2026-05-21T16:00:00Z"));
        assertThat(student.now(open).provisional()).isFalse();
    }

    @Test
    void aDueDateInDecemberIsRecountedWhenTheNextYearsNoticeMakesADecemberDayAHoliday() {
        loads(people.aManager(), "2027-01-01", "2027-01-03", List.of(), "*");
        clock.setTo(Instant.parse("2026-12-08T02:00:00Z"));
        student.arrives();
        Proofreading open = student.accepted(ProofreadingSilence.STAYS_OPEN);
        assertThat(open.dueAt()).isEqualTo(Instant.parse("2026-12-29T16:00:00Z"));

        loads(people.aManager(), "2026-12-28", "2026-12-28", List.of(), "*");

        assertThat(student.now(open).dueAt()).isEqualTo(Instant.parse("2026-12-30T16:00:00Z"));
    }

    private void replaces(int year, String from, String to) {
        Map<String, Object> days = Map.of(
                "year", year, "source", "测试", "off", List.of(Map.of("from", from, "to", to)), "worked", List.of());
        http.as(people.aManager())
                .put("/api/v1/admin/calendar-years/" + year, days, "If-Match", "*")
                .expect(200);
        jobs.runDue();
    }

    @Test
    void aPromisedDueDateIsKeptWhenTheRecountWouldBeEarlier() {
        clock.setTo(Instant.parse("2026-12-30T02:00:00Z"));
        student.arrives();
        Proofreading open = student.accepted(ProofreadingSilence.STAYS_OPEN);

        loads(people.aManager(), "2027-02-10", "2027-02-11", List.of("2027-01-09", "2027-01-10"), "*");

        assertThat(student.now(open).dueAt()).isEqualTo(open.dueAt());
        assertThat(student.now(open).provisional()).isFalse();
    }
}
