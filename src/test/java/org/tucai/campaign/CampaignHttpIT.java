package org.tucai.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucai.platform.job.DueJobs;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Race;
import org.tucai.testing.TucaiTest;

/** Schools and campaigns as a manager's pages use them. */
@TucaiTest
class CampaignHttpIT {
    private static final String SCHOOLS = "/api/v1/admin/schools";
    private static final String CAMPAIGNS = "/api/v1/admin/campaigns";
    private static final Duration AGES = Duration.ofDays(400_000);

    private final Http http;
    private final People people;
    private final CampaignFixtures campaigns;

    CampaignHttpIT(Http http, People people, CampaignFixtures campaigns) {
        this.http = http;
        this.people = people;
        this.campaigns = campaigns;
    }

    @Test
    void aSchoolIsRegisteredOnceAndRenamedOnlyByThoseWhoHaveReadIt() {
        Http manager = http.as(people.aManager());

        Http.Reply made =
                manager.post(SCHOOLS, Map.of("code", "10284", "name", " 南京大学 ")).expect(201);
        String address = made.header("Location");

        manager.post(SCHOOLS, Map.of("code", "10284", "name", "南京大学")).expectProblem(409, "school-code-taken");
        manager.post(SCHOOLS, Map.of("code", "1", "name", "")).expectProblem(422, "invalid-fields");
        manager.patch(address, Map.of("name", "南大")).expectProblem(428, "precondition-required");
        manager.patch(address, Map.of("name", "南大 "), "If-Match", made.header("ETag"))
                .expect(200);
        manager.patch(address, Map.of("name", "南京"), "If-Match", made.header("ETag"))
                .expectProblem(412, "precondition-failed");
        assertThat(manager.get(address).expect(200).<String>at("name")).isEqualTo("南大");
        assertThat(trail(manager, made.at("no"))).containsExactlyInAnyOrder("school-created", "school-renamed");
        assertThat(manager.get("/api/v1/admin/audit-entries?action=school-renamed")
                        .<String>at("items.0.detail"))
                .isEqualTo("南京大学 → 南大");
    }

    @Test
    void aSchoolRegisteredSeveralTimesAtOnceIsCreatedOnce() {
        Http manager = http.as(people.aManager());
        Callable<Integer> register = () ->
                manager.post(SCHOOLS, Map.of("code", "10284", "name", "南京大学")).status();

        List<Integer> statuses = Race.answers(register, register, register, register);

        assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409);
    }

    @Test
    void schoolsComeInPages() {
        campaigns.aSchool();
        campaigns.aSchool();
        campaigns.aSchool();
        Http manager = http.as(people.aManager());

        Http.Reply first = manager.get(SCHOOLS + "?limit=2").expect(200);
        Http.Reply second =
                manager.get(SCHOOLS + "?limit=2&cursor=" + first.at("next")).expect(200);

        assertThat(first.<List<?>>at("items")).hasSize(2);
        assertThat(second.<List<?>>at("items")).hasSize(1);
        assertThat(second.<String>at("next")).isNull();
    }

    @Test
    void schoolsAreFoundByTheBeginningOfTheCodeAndByAPartOfTheName() {
        Http manager = http.as(people.aManager());
        String schools = "/api/v1/admin/schools";
        for (Map<String, String> school : List.of(
                Map.of("code", "91001", "name", "江城师范大学"),
                Map.of("code", "91002", "name", "Riverside 100%_College"),
                Map.of("code", "92910", "name", "海滨师范学院"))) {
            manager.post(schools, school).expect(201);
        }

        assertThat(codes(manager.get(schools + "?search=910%20"))).containsExactly("91001", "91002");
        assertThat(codes(manager.get(schools + "?search=%E5%B8%88%E8%8C%83"))).containsExactly("91001", "92910");
        assertThat(codes(manager.get(schools + "?search=%25_college"))).containsExactly("91002");
        assertThat(codes(manager.get(schools + "?search=nowhere"))).isEmpty();
        Http.Reply first = manager.get(schools + "?limit=1&search=%E5%B8%88%E8%8C%83");
        assertThat(codes(manager.get(schools + "?limit=1&search=%E5%B8%88%E8%8C%83&cursor=" + first.at("next"))))
                .containsExactly("92910");
        manager.get(schools + "?limit=1&search=910&cursor=" + first.at("next")).expectProblem(422, "invalid-fields");
    }

    private static List<Object> codes(Http.Reply reply) {
        return Http.column(reply.expect(200).at("items"), "code");
    }

    @Test
    void aCampaignIsDraftedChangedOpenedAndClosed() {
        School school = campaigns.aSchool();
        Http manager = http.as(people.aManager());

        Http.Reply made = manager.post(
                        CAMPAIGNS, Map.of("schoolNo", school.no(), "terms", CampaignFixtures.terms(t -> {})))
                .expect(201);
        String address = made.header("Location");
        Http.Reply changed = manager.put(
                        address + "/terms",
                        CampaignFixtures.terms(t -> t.feeMinor = 2000),
                        "If-Match",
                        made.header("ETag"))
                .expect(200);

        assertThat(changed.header("ETag")).isNotEqualTo(made.header("ETag"));
        manager.put(address + "/terms", CampaignFixtures.terms(t -> {}), "If-Match", made.header("ETag"))
                .expectProblem(412, "precondition-failed");
        manager.put(address + "/terms", CampaignFixtures.terms(t -> {})).expectProblem(428, "precondition-required");
        assertThat(manager.get("/api/v1/admin/audit-entries?action=campaign-changed")
                        .<String>at("items.0.detail"))
                .as("what it was is kept nowhere else")
                .isEqualTo("fee 15.00 → 20.00");
        assertThat(manager.post(address + "/openings", null).expect(200).<String>at("status"))
                .isEqualTo("OPEN");
        manager.post(address + "/openings", null).expectProblem(409, "campaign-already-open");
        assertThat(manager.post(address + "/closings", null, "If-Match", "*")
                        .expect(200)
                        .<String>at("status"))
                .isEqualTo("CLOSED");
        manager.post(address + "/closings", null, "If-Match", "*").expectProblem(409, "campaign-is-closed");
        assertThat(trail(manager, made.at("no")))
                .containsExactlyInAnyOrder(
                        "campaign-created", "campaign-changed", "campaign-opened", "campaign-closed");
    }

    @Test
    void termsThatAreSavedUnchangedDoNotGetInTheWayOfAnotherManager() {
        Campaign campaign = campaigns.anOpenCampaign(campaigns.aSchool(), t -> {});
        String address = CAMPAIGNS + "/" + campaign.no();
        Http manager = http.as(people.aManager());
        Http.Reply read = manager.get(address).expect(200);

        Http.Reply saved = manager.put(
                        address + "/terms", read.<Map<String, Object>>at("terms"), "If-Match", read.header("ETag"))
                .expect(200);

        assertThat(saved.header("ETag")).isEqualTo(read.header("ETag"));
        assertThat(manager.get("/api/v1/admin/audit-entries?action=campaign-changed")
                        .<List<?>>at("items"))
                .isEmpty();
        manager.put(address + "/terms", CampaignFixtures.terms(t -> t.feeMinor = 2000), "If-Match", read.header("ETag"))
                .expect(200);
    }

    @Test
    void aCampaignIsClosedOnlyAsItWasRead() {
        Campaign campaign = campaigns.anOpenCampaign(campaigns.aSchool(), t -> {});
        String address = CAMPAIGNS + "/" + campaign.no();
        Http manager = http.as(people.aManager());
        Http.Reply read = manager.get(address).expect(200);
        Map<String, Object> extended = new HashMap<>(read.<Map<String, Object>>at("terms"));
        extended.put("closesAt", "2026-12-31T00:00:00Z");
        String changed = manager.put(address + "/terms", extended, "If-Match", read.header("ETag"))
                .expect(200)
                .header("ETag");

        manager.post(address + "/closings", null).expectPlainProblem(428, "precondition-required");
        manager.post(address + "/closings", null, "If-Match", read.header("ETag"))
                .expectPlainProblem(412, "precondition-failed");
        assertThat(manager.get(address).<String>at("status")).isEqualTo("OPEN");

        manager.post(address + "/closings", null, "If-Match", changed).expect(200);
        assertThat(manager.get(address).<String>at("status")).isEqualTo("CLOSED");
    }

    @Test
    void aStudentWhoComesAfterAnEarlyEndIsToldWhenItEnded() {
        School school = campaigns.aSchool();
        Campaign campaign = campaigns.anOpenCampaign(school, t -> {});
        Http manager = http.as(people.aManager());
        manager.post(CAMPAIGNS + "/" + campaign.no() + "/closings", null, "If-Match", "*")
                .expect(200);

        Http student = http.as(people.aStudent());
        String address = "/api/v1/student/campaigns?schoolCode=" + school.code() + "&featureCode=aB3d";
        Http.Reply refused = student.get(address).expectPlainProblem(409, "campaign-closed");

        assertThat(refused.<String>at("detail")).contains("采集已于 2026年4月20日 10:00 截止");
        assertThat(student.get(address, "Accept-Language", "en").<String>at("detail"))
                .contains("ended on 20 April 2026, 10:00 (China time);");
    }

    /** The job that closes it comes later. */
    @Test
    void aStudentWhoComesAfterTheEndIsToldTheAnnouncedEnd(MutableClock clock, DueJobs jobs) {
        School school = campaigns.aSchool();
        campaigns.anOpenCampaign(school, t -> t.closesAt = MutableClock.START.plus(Duration.ofMinutes(30)));
        clock.advance(Duration.ofDays(40));
        jobs.runRecurring("close-ended-campaigns");

        Http.Reply refused = http.as(people.aStudent())
                .get("/api/v1/student/campaigns?schoolCode=" + school.code() + "&featureCode=aB3d")
                .expectPlainProblem(409, "campaign-closed");

        assertThat(refused.<String>at("detail")).contains("2026年4月20日 10:30");
    }

    @Test
    void aFeatureCodeIsAcceptedHoweverItIsTyped() {
        School school = campaigns.aSchool();
        Http manager = http.as(people.aManager());
        Map<String, Object> body =
                Map.of("schoolNo", school.no(), "terms", CampaignFixtures.terms(t -> t.featureCode = "　ａB3d "));
        Http.Reply made = manager.post(CAMPAIGNS, body).expect(201);
        manager.post(made.header("Location") + "/openings", null).expect(200);

        assertThat(made.<String>at("terms.featureCode")).isEqualTo("aB3d");
        Http student = http.as(people.aStudent());
        String found = "/api/v1/student/campaigns?schoolCode=" + school.code() + "&featureCode=";
        assertThat(student.get(found + "%20Ab%EF%BC%93D%E3%80%80").expect(200).<String>at("no"))
                .isEqualTo(made.at("no"));
        student.get(found + "%20aB%203").expectPlainProblem(404, "unknown-feature-code");
        student.get(found + "%E7%89%B9%E5%BE%81").expectProblem(422, "invalid-fields");
    }

    @ParameterizedTest
    @CsvSource({"1500, 拍摄前付款, 退款, Before shooting", "0, 采集费由学校支付, 免费重拍, The school pays the fee"})
    void whoHasNothingToPayIsNotToldWhenToPay(long fee, String payWhen, String onRejection, String english) {
        School school = campaigns.aSchool();
        campaigns.anOpenCampaign(school, t -> {
            t.feeMinor = fee;
            t.payWhen = PayWhen.BEFORE_SHOOTING;
        });
        Http student = http.as(people.aStudent());
        String address = "/api/v1/student/campaigns?schoolCode=" + school.code() + "&featureCode=aB3d";

        Http.Reply found = student.get(address).expect(200);

        assertThat(found.<String>at("payWhenText")).isEqualTo(payWhen);
        assertThat(found.<String>at("onRejectionText")).isEqualTo(onRejection);
        assertThat(student.get(address, "Accept-Language", "en").<String>at("payWhenText"))
                .isEqualTo(english);
    }

    private static List<Object> trail(Http manager, String no) {
        return Http.column(
                manager.get("/api/v1/admin/audit-entries?subject=" + no).at("items"), "action");
    }

    @Test
    void invalidTermsOrAnUnknownSchoolAreRefused() {
        School school = campaigns.aSchool();
        Http manager = http.as(people.aManager());
        Map<String, Object> body = new HashMap<>();
        body.put("schoolNo", school.no());
        body.put("terms", CampaignFixtures.terms(t -> t.closesAt = t.opensAt.minusSeconds(1)));

        manager.post(CAMPAIGNS, body).expectProblem(422, "invalid-fields");
        body.put("terms", CampaignFixtures.terms(t -> t.featureCode = "a"));
        manager.post(CAMPAIGNS, body).expectProblem(422, "invalid-fields");
        body.put("schoolNo", "sch_00000000000000000000");
        body.put("terms", CampaignFixtures.terms(t -> {}));
        manager.post(CAMPAIGNS, body).expectProblem(404, "not-found");
    }

    @Test
    void nonsensicalWindowsAndAmountsAreNamedByTheirField() {
        refusesTerms("/terms/closesAt", t -> t.closesAt = t.opensAt);
        refusesTerms("/terms/makeUpOpensAt", t -> t.makeUpClosesAt = t.closesAt.plusSeconds(1));
        refusesTerms("/terms/makeUpOpensAt", t -> {
            t.makeUpOpensAt = t.closesAt.minusSeconds(1);
            t.makeUpClosesAt = t.closesAt.plusSeconds(1);
        });
        refusesTerms("/terms/makeUpOpensAt", t -> {
            t.makeUpOpensAt = t.closesAt;
            t.makeUpClosesAt = t.closesAt;
        });
        refusesTerms("/terms/makeUpClosesAt", t -> {
            t.makeUpOpensAt = t.closesAt;
            t.makeUpClosesAt = t.closesAt.plus(AGES);
        });
        refusesTerms("/terms/makeUpOpensAt", t -> {
            t.makeUpOpensAt = t.closesAt.plus(AGES);
            t.makeUpClosesAt = t.makeUpOpensAt.plusSeconds(1);
        });
        refusesTerms("/terms/fee", t -> t.feeMinor = 10_001);
        refusesTerms("/terms/printPrice", t -> t.printPriceMinor = 10_001);

        drafts(t -> {
                    t.makeUpOpensAt = t.closesAt;
                    t.makeUpClosesAt = t.closesAt.plusSeconds(1);
                    t.feeMinor = 10_000;
                })
                .expect(201);
    }

    @Test
    void anEndLongPastIsNamedByItsField() {
        Consumer<CampaignFixtures.Terms> lastYear = t -> {
            t.opensAt = MutableClock.START.minus(Duration.ofDays(365));
            t.closesAt = MutableClock.START.minus(Duration.ofDays(100));
        };
        Consumer<CampaignFixtures.Terms> withMakeUp = lastYear.andThen(t -> {
            t.makeUpOpensAt = t.closesAt;
            t.makeUpClosesAt = t.closesAt.plusSeconds(1);
        });
        String terms = CAMPAIGNS + "/" + campaigns.anOpenCampaign().no() + "/terms";
        Http manager = http.as(people.aManager());

        Map.of("/closesAt", lastYear, "/makeUpClosesAt", withMakeUp).forEach((pointer, changed) -> {
            Http.Reply refused = manager.put(terms, CampaignFixtures.terms(changed), "If-Match", "*")
                    .expectPlainProblem(422, "invalid-fields");
            assertThat(refused.<String>at("errors.0.pointer")).isEqualTo(pointer);
        });
    }

    private void refusesTerms(String pointer, Consumer<CampaignFixtures.Terms> terms) {
        Http.Reply refused = drafts(terms).expectPlainProblem(422, "invalid-fields");
        assertThat(refused.<String>at("errors.0.pointer")).isEqualTo(pointer);
    }

    private Http.Reply drafts(Consumer<CampaignFixtures.Terms> terms) {
        return http.as(people.aManager())
                .post(CAMPAIGNS, Map.of("schoolNo", campaigns.aSchool().no(), "terms", CampaignFixtures.terms(terms)));
    }

    @Test
    void aPriceOfPrintsIsNeededOnlyWhereTheyAreOffered() {
        Http manager = http.as(people.aManager());
        Map<String, Object> terms = new HashMap<>(withoutNulls(manager.get(CAMPAIGNS + "/"
                        + campaigns.aDraft(campaigns.aSchool(), t -> {}).no())
                .<Map<String, Object>>at("terms")));
        terms.remove("printPrice");

        Http.Reply refused =
                manager.post(CAMPAIGNS, Map.of("schoolNo", campaigns.aSchool().no(), "terms", terms));
        terms.put("printsOffered", false);
        Http.Reply drafted =
                manager.post(CAMPAIGNS, Map.of("schoolNo", campaigns.aSchool().no(), "terms", terms));

        refused.expectPlainProblem(422, "invalid-fields");
        assertThat(refused.<String>at("errors.0.pointer")).isEqualTo("/terms/printPrice");
        assertThat(drafted.expect(201).<Map<String, Object>>at("terms.printPrice"))
                .containsEntry("minor", 0)
                .containsEntry("currency", "CNY");
    }

    @Test
    void unusableTermsAreRefusedByTheirField() {
        Http manager = http.as(people.aManager());
        String draft =
                CAMPAIGNS + "/" + campaigns.aDraft(campaigns.aSchool(), t -> {}).no();
        Map<String, Object> good = manager.get(draft).at("terms");
        Map<String, Object> odd = new HashMap<>();
        odd.put("backgroundColours", Collections.singletonList(null));
        odd.put("fee", Map.of("minor", 0));
        odd.put("closesAt", "+99999-01-01T00:00:00Z");
        odd.put("opensAt", "0026-01-01T00:00:00Z");
        odd.put("makeUpOpensAt", good.get("closesAt"));
        odd.put("photoProfile", "graduation-1917");

        odd.forEach((term, value) -> {
            Map<String, Object> terms = new HashMap<>(good);
            terms.put(term, value);
            Http.Reply refused = manager.put(draft + "/terms", terms, "If-Match", "*");
            refused.expectPlainProblem(422, "invalid-fields");
            assertThat(refused.<String>at("errors.0.pointer")).startsWith("/" + term);
        });
    }

    @Test
    void errorsInTermsAreNamedByTheirFieldAndInTheRequestedLanguage() {
        Http manager = http.as(people.aManager());
        Map<String, Object> terms = new HashMap<>(
                manager.get(CAMPAIGNS + "/" + campaigns.anOpenCampaign().no()).<Map<String, Object>>at("terms"));
        terms.put("fee", Map.of("minor", 1_000_000, "currency", "CNY"));
        Map<String, Object> dear = Map.of("schoolNo", campaigns.aSchool().no(), "terms", withoutNulls(terms));
        terms.put("photoProfile", "graduation-1917");
        Map<String, Object> old = Map.of("schoolNo", campaigns.aSchool().no(), "terms", withoutNulls(terms));

        Http.Reply inChinese = manager.post(CAMPAIGNS, dear).expectPlainProblem(422, "invalid-fields");
        Http.Reply inEnglish = manager.post(CAMPAIGNS, dear, "Accept-Language", "en");
        Http.Reply unknown = manager.post(CAMPAIGNS, old).expectPlainProblem(422, "invalid-fields");

        assertThat(inChinese.<String>at("errors.0.pointer")).isEqualTo("/terms/fee");
        assertThat(inChinese.<String>at("errors.0.detail")).isEqualTo("须为 0 至 100 元人民币");
        assertThat(inEnglish.<String>at("errors.0.detail")).isEqualTo("must be 0 to 100 yuan in CNY");
        assertThat(Http.column(unknown.at("errors"), "pointer"))
                .as("all that is wrong, whichever feature objects")
                .containsExactly("/terms/fee", "/terms/photoProfile");
        assertThat(unknown.<String>at("errors.1.detail"))
                .isEqualTo("只能是 graduation-2017、admission-2021、icao-39794-5 之一");
    }

    private static Map<String, Object> withoutNulls(Map<String, Object> fields) {
        Map<String, Object> given = new HashMap<>(fields);
        given.values().removeIf(Objects::isNull);
        return given;
    }

    @Test
    void reviewersMayReadCampaignsButNotChangeThem() {
        Campaign campaign = campaigns.anOpenCampaign();
        Http reviewer = http.as(people.aReviewer());

        reviewer.get(CAMPAIGNS + "/" + campaign.no()).expect(200);
        assertThat(reviewer.get(CAMPAIGNS + "?status=OPEN").expect(200).<List<?>>at("items"))
                .hasSize(1);
        reviewer.post(CAMPAIGNS + "/" + campaign.no() + "/closings", null, "If-Match", "*")
                .expectProblem(403, "forbidden");
    }
}
