package org.tucai.workday;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tucai.testing.Http;
import org.tucai.testing.People;
import org.tucai.testing.Race;
import org.tucai.testing.TucaiTest;

@TucaiTest
class CalendarYearIT {
    private static final String YEARS = "/api/v1/admin/calendar-years";

    private final Http http;
    private final People people;

    CalendarYearIT(Http http, People people) {
        this.http = http;
        this.people = people;
    }

    @Test
    void aYearIsReplacedOnlyByThoseWhoHaveReadIt() {
        Http manager = http.as(people.aManager());
        assertThat(manager.get(YEARS).expect(200).<String>at("knownUntil")).isEqualTo("2026-12-24");

        String tag = manager.put(YEARS + "/2027", year(2027, "2027-01-01"))
                .expect(200)
                .header("ETag");

        Http.Reply known = manager.get(YEARS).expect(200);
        assertThat(known.<String>at("knownUntil")).isEqualTo("2027-12-24");
        assertThat(Http.column(known.at("years"), "year")).containsExactly(2025, 2026, 2027);
        assertThat(manager.get(YEARS + "/2027").expect(200).<List<?>>at("off")).hasSize(1);
        manager.put(YEARS + "/2027", year(2027, "2027-01-04")).expectProblem(428, "precondition-required");
        manager.put(YEARS + "/2027", year(2027, "2027-01-04"), "If-Match", "\"99\"")
                .expectProblem(412, "precondition-failed");
        assertThat(manager.put(YEARS + "/2027", year(2027, "2027-01-04"), "If-Match", tag)
                        .expect(200)
                        .<List<Object>>at("off"))
                .containsExactly(Map.of("from", "2027-01-04", "to", "2027-01-04"));
    }

    @Test
    void aLoadedYearShowsWhoLoadedItAndAShippedOneDoesNot() {
        Http manager = http.as(people.aManager());
        String no = manager.get("/api/v1/admin/staff").expect(200).at("items.0.no");

        manager.put(YEARS + "/2027", year(2027, "2027-01-01")).expect(200);

        assertThat(manager.get(YEARS + "/2027").<String>at("loadedBy")).isEqualTo(no);
        assertThat(manager.get(YEARS + "/2026").<String>at("loadedBy")).isNull();
    }

    @Test
    void theAuditTrailShowsWhoLoadedAYear() {
        Http manager = http.as(people.aManager());
        String no = manager.get("/api/v1/admin/staff").expect(200).at("items.0.no");
        String tag = manager.put(YEARS + "/2027", year(2027, "2027-01-01"))
                .expect(200)
                .header("ETag");
        manager.put(YEARS + "/2027", year(2027, "2027-01-04"), "If-Match", "\"99\"")
                .expectProblem(412, "precondition-failed");
        manager.put(YEARS + "/2027", year(2027, "2027-01-04"), "If-Match", tag).expect(200);

        Http.Reply trail =
                manager.get("/api/v1/admin/audit-entries?subject=2027").expect(200);

        assertThat(Http.column(trail.at("items"), "action"))
                .containsExactly("calendar-year-loaded", "calendar-year-loaded");
        assertThat(Http.column(trail.at("items"), "detail")).containsOnly("1 days off, 0 weekend days worked");
        assertThat(trail.<String>at("items.0.actor")).contains(no);
    }

    @Test
    void aYearCanBeSavedExactlyAsItWasRead() {
        Http manager = http.as(people.aManager());

        for (String year : List.of("/2025", "/2026")) {
            Http.Reply read = manager.get(YEARS + year).expect(200);
            Http.Reply back = manager.put(YEARS + year, read.json(), "If-Match", read.header("ETag"))
                    .expect(200);

            assertThat(back.<List<?>>at("off")).isNotEmpty().isEqualTo(read.at("off"));
            assertThat(back.<List<?>>at("worked")).isNotEmpty().isEqualTo(read.at("worked"));
        }
        assertThat(Http.column(manager.get(YEARS).at("years"), "year")).containsExactly(2025, 2026);
    }

    /** Two spans may be adjacent; merged, they would be longer than any span may be. */
    @Test
    void adjacentSpansCanBeSavedExactlyAsTheyWereReadToo() {
        Http manager = http.as(people.aManager());
        Map<String, Object> days = new HashMap<>(year(2027, "2027-01-01"));
        days.put(
                "off",
                List.of(
                        Map.of("from", "2027-05-16", "to", "2027-05-20"),
                        Map.of("from", "2027-05-01", "to", "2027-05-15")));

        Http.Reply made = manager.put(YEARS + "/2027", days).expect(200);

        assertThat(made.<List<Object>>at("off"))
                .containsExactly(
                        Map.of("from", "2027-05-01", "to", "2027-05-17"),
                        Map.of("from", "2027-05-18", "to", "2027-05-20"));
        manager.put(YEARS + "/2027", made.json(), "If-Match", made.header("ETag"))
                .expect(200);
    }

    @Test
    void asManyDaysAsABodyMayNameAreKept() {
        Http manager = http.as(people.aManager());
        LocalDate first = LocalDate.of(2027, 1, 1);
        Map<String, Object> days = new HashMap<>(year(2027, "2027-01-01"));
        days.put(
                "off",
                IntStream.range(0, 20)
                        .mapToObj(i -> first.plusDays(17L * i))
                        .map(from -> Map.of(
                                "from", from.toString(), "to", from.plusDays(16).toString()))
                        .toList());

        Http.Reply made = manager.put(YEARS + "/2027", days).expect(200);

        assertThat(made.<List<?>>at("off")).hasSize(20);
    }

    @Test
    void aDayThatIsOffAndWorkedIsRefused() {
        Http manager = http.as(people.aManager());
        Map<String, Object> days = new HashMap<>(year(2027, "2027-01-02"));
        days.put("worked", List.of("2027-01-09", "2027-01-02"));

        Http.Reply refused = manager.put(YEARS + "/2027", days);

        refused.expectPlainProblem(422, "invalid-fields");
        assertThat(Http.column(refused.errors(), "pointer")).containsExactly("/worked/1");
    }

    /** If it counted as empty, the weekends that the notice makes working days would be free. */
    @Test
    void aMissingListOfWorkedWeekendsIsNamed() {
        Http manager = http.as(people.aManager());
        Map<String, Object> days = new HashMap<>(year(2027, "2027-01-01"));
        days.remove("worked");

        Http.Reply refused = manager.put(YEARS + "/2027", days);

        refused.expectPlainProblem(422, "invalid-fields");
        assertThat(Http.column(refused.errors(), "pointer")).containsExactly("/worked");
        assertThat(refused.errors().toString()).contains("空列表 []");
    }

    @Test
    void aDayOffThatThePreviousYearHasAsWorkedIsRefused() {
        Http manager = http.as(people.aManager());
        Map<String, Object> before = new HashMap<>(year(2027, "2027-12-31"));
        before.put("worked", List.of("2027-12-25"));
        Map<String, Object> after = new HashMap<>(year(2028, "2027-12-25"));
        after.put("worked", List.of("2028-01-08"));
        manager.put(YEARS + "/2027", before).expect(200);

        Http.Reply off = manager.put(YEARS + "/2028", after);

        off.expectPlainProblem(422, "invalid-fields");
        assertThat(Http.column(off.errors(), "pointer")).containsExactly("/off/0");
        assertThat(off.errors().toString()).contains("与已载入的 2027 年安排相反");
    }

    @Test
    void aWorkedWeekendThatTheNextYearHasOffIsRefusedToo() {
        Http manager = http.as(people.aManager());
        manager.put(YEARS + "/2028", year(2028, "2027-12-25")).expect(200);
        Map<String, Object> before = new HashMap<>(year(2027, "2027-12-31"));
        before.put("worked", List.of("2027-12-26", "2027-12-25"));

        Http.Reply refused = manager.put(YEARS + "/2027", before);

        refused.expectPlainProblem(422, "invalid-fields");
        assertThat(Http.column(refused.errors(), "pointer")).containsExactly("/worked/1");
    }

    @Test
    void aManagerWhoReadTheShippedYearDoesNotOverwriteAYearLoadedSince() {
        Http manager = http.as(people.aManager());
        String shipped = manager.get(YEARS + "/2026").expect(200).header("ETag");
        manager.put(YEARS + "/2026", year(2026, "2026-01-01"), "If-Match", shipped)
                .expect(200);

        manager.put(YEARS + "/2026", year(2026, "2026-01-02"), "If-Match", shipped)
                .expectProblem(412, "precondition-failed");
    }

    @Test
    void anotherYearAndDaysOutsideTheYearAreNamed() {
        Http manager = http.as(people.aManager());

        Http.Reply wrongYear = manager.put(YEARS + "/2027", year(2028, "2028-01-01"));
        Http.Reply outside = manager.put(YEARS + "/2027", year(2027, "2025-05-01"));

        wrongYear.expectPlainProblem(422, "invalid-fields");
        assertThat(wrongYear.<String>at("errors.0.pointer")).isEqualTo("/year");
        outside.expectPlainProblem(422, "invalid-fields");
        assertThat(outside.<String>at("errors.0.pointer")).isEqualTo("/off/0");
        manager.get(YEARS + "/2027").expectProblem(404, "not-found");
    }

    @Test
    void missingAndImpossibleDaysAreRefused() {
        Http manager = http.as(people.aManager());
        Map<String, Object> days = new HashMap<>(year(2027, "2027-01-01"));

        days.put("off", Collections.singletonList(null));
        manager.put(YEARS + "/2027", days).expectProblem(422, "invalid-fields");
        days.put("off", List.of(Map.of("from", "+999999999-12-31", "to", "+999999999-12-31")));
        manager.put(YEARS + "/2027", days).expectProblem(422, "invalid-fields");
    }

    @Test
    void ofSeveralManagersWhoLoadANewYearAtOnceOneSucceeds() {
        Http manager = http.as(people.aManager());

        for (int unknown = 2027; unknown < 2037; unknown++) {
            int year = unknown;
            Callable<Integer> load = () ->
                    manager.put(YEARS + "/" + year, year(year, year + "-01-01")).status();

            List<Integer> statuses = Race.answers(load, load, load, load);

            assertThat(statuses).containsOnlyOnce(200).isSubsetOf(200, 409, 428);
        }
    }

    private static Map<String, Object> year(int year, String dayOff) {
        return Map.of(
                "year",
                year,
                "source",
                "国办发明电",
                "off",
                List.of(Map.of("from", dayOff, "to", dayOff)),
                "worked",
                List.of());
    }
}
