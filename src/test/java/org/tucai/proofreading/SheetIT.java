package org.tucai.proofreading;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.School;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureService;
import org.tucai.capture.RejectReason;
import org.tucai.capture.ReviewedCaptures;
import org.tucai.platform.security.Actor;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.People;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** The proofreading sheet as the school receives it. */
@TucaiTest
class SheetIT {
    private static final String ACCOUNT = "acc_00000000000000000001";
    private static final String DIGIT =
            "(SELECT 0 d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4"
                    + " UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9)";
    private static final Pattern CELL = Pattern.compile("<td>(.*?)</td>");

    private final ReviewedCaptures reviewed;
    private final CaptureService captures;
    private final ProofreadingRepository proofreadings;
    private final ProofreadingService service;
    private final ErratumService errata;
    private final CampaignFixtures campaigns;
    private final People people;
    private final Http http;
    private final Rows rows;
    private School school;
    private Campaign campaign;
    private Http client;

    SheetIT(
            ReviewedCaptures reviewed,
            CaptureService captures,
            ProofreadingRepository proofreadings,
            ProofreadingService service,
            ErratumService errata,
            CampaignFixtures campaigns,
            People people,
            Http http,
            Rows rows) {
        this.reviewed = reviewed;
        this.captures = captures;
        this.proofreadings = proofreadings;
        this.service = service;
        this.errata = errata;
        this.campaigns = campaigns;
        this.people = people;
        this.http = http;
        this.rows = rows;
    }

    @BeforeEach
    void aSchool() {
        school = campaigns.aSchool();
        campaign = campaigns.anOpenCampaign(school, t -> {});
        client = http.as(people.aSchoolClient(school.no()));
    }

    @Test
    void listsStudentsByClassAndStudentNumberWithTheirAnswers() {
        accepted("2022010210");
        answers(accepted("2022010202"), Answer.WRONG);
        accepted("2022010201");
        answers(accepted("2022010109"), Answer.CORRECT);
        accepted("2022010110");
        accepted(null);

        List<String> lines = csv("?studentNoPrefix=8");

        assertThat(lines)
                .containsExactly(
                        "\uFEFF班级,序号,学号,姓名,校对结果,本人签名",
                        "20220101,1,2022010109,张*,正确,",
                        "20220101,2,2022010110,张*,未校对,",
                        "20220102,1,2022010201,张*,未校对,",
                        "20220102,2,2022010202,张*,有误,",
                        "20220102,3,2022010210,张*,未校对,",
                        "无学号,1,,张*,未校对,");
    }

    @Test
    void groupsByLevelAndMajorWhereTheSchoolNamesNoClasses() {
        reviewed.accepted(campaign, "2", "专科", "护理");
        reviewed.accepted(campaign, "1", "本科", "法学");

        assertThat(csv("")).containsExactly("\uFEFF专业,序号,学号,姓名,校对结果,本人签名", "专科 护理,1,2,张*,未校对,", "本科 法学,1,1,张*,未校对,");
        assertThat(csv("?className=" + encoded("本科 法学"))).hasSize(2).last().isEqualTo("本科 法学,1,1,张*,未校对,");
    }

    @Test
    void printsOnePageForEachClassWithLinesToSign() {
        answers(accepted("2022010101"), Answer.CORRECT);
        accepted("2022010201");

        Http.Reply reply = get("?studentNoPrefix=8").expect(200);

        String page = reply.text();
        assertThat(page)
                .startsWith("<!doctype html>")
                .endsWith("</html>\n")
                .contains("图像信息校对反馈表", "学校：" + school.name(), "采集批次：" + campaign.name(), "班级：20220101", "班级：20220102")
                .contains("共 1 人：正确 1 人，有误 0 人，未校对 0 人。", "辅导员（签名）：", "学院（盖章）：", "制表日期：2026年4月20日")
                .doesNotContain("<script", "http:", "https:", "url(");
        assertThat(page.split("<section>", -1)).hasSize(3);
        assertThat(cells(page)).containsExactly("1", "2022010101", "张*", "正确", "", "1", "2022010201", "张*", "未校对", "");
        assertThat(reply.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(reply.header("Content-Disposition")).contains("attachment", campaign.no() + ".html");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; style-src 'sha256-")
                .doesNotContain("unsafe")
                .isEqualTo(page.replaceAll("(?s).*Content-Security-Policy\" content=\"([^\"]*)\".*", "$1"));
    }

    @Test
    void isInEnglishOnRequest() {
        answers(accepted("1"), Answer.CORRECT);

        String page = get("", "Accept-Language", "en").expect(200).text();

        assertThat(page).contains("lang=\"en\"", "Proofreading sheet", "Students: 1; correct: 1,", "Student no.");
        assertThat(client.get(path(".csv"), "Accept-Language", "en").expect(200).text())
                .contains("Major,No.,Student no.,Name,Result,Signature", ",Correct,");
    }

    @Test
    void escapesCodeFactsInPagesAndCells() {
        reviewed.accepted(campaign, "=1+1", "<b>x</b>", "\"&'</style><script>");

        String page = get("").expect(200).text();

        assertThat(page)
                .contains("&lt;b&gt;x&lt;/b&gt; &quot;&amp;&#39;&lt;/style&gt;&lt;script&gt;")
                .doesNotContain("<script", "<b>");
        assertThat(csv("").getLast()).contains(",'=1+1,");
    }

    @Test
    void saysHowEachErratumWasResolved() {
        Capture corrected = accepted("1");
        Capture unfounded = accepted("2");
        Capture retaken = accepted("3");
        resolve(corrected, Resolution.CORRECTED);
        resolve(unfounded, Resolution.UNFOUNDED);
        resolve(retaken, Resolution.RETAKE);

        assertThat(csv("").subList(1, 3))
                .containsExactly("本科 计算机科学与技术,1,1,张*,有误（已更正）,", "本科 计算机科学与技术,2,2,张*,有误（核实无误）,");
        assertThat(get("").expect(200).text()).contains("共 2 人：正确 0 人，有误 2 人，未校对 0 人。");
    }

    @Test
    void marksSilenceThatCountsAsCorrectAsUnanswered() {
        Capture silent = accepted("1");
        rows.change("UPDATE proofreading SET status = 'ASSUMED' WHERE capture_no = '" + silent.no() + "'");

        assertThat(csv("").getLast()).contains(",未校对（逾期视为正确）,");
    }

    @Test
    void listsOnlyStudentsWithAnAcceptedPicture() {
        accepted("1");
        reviewed.inReview(campaign, ACCOUNT, "2");
        captures.reject(
                reviewed.inReview(campaign, ACCOUNT, "3").no(),
                java.util.Set.of(RejectReason.values()[0]),
                null,
                Actor.SYSTEM);
        captures.returned(accepted("4").no(), "反光");
        reviewed.accepted(campaigns.anOpenCampaign(school, t -> t.featureCode = "zZ9z"), ACCOUNT, "5");

        assertThat(csv("")).hasSize(2).last().isEqualTo("本科 计算机科学与技术,1,1,张*,未校对,");
    }

    @Test
    void saysHowManyStudentsHaveBeenForgotten() {
        accepted("1");
        Capture forgotten = accepted("2");
        rows.change("UPDATE capture SET facts_sealed = NULL, photo_no = NULL, ended_at = NOW(6) WHERE no = '"
                + forgotten.no() + "'");

        assertThat(csv("")).hasSize(2);
        assertThat(get("").expect(200).text()).contains("本批次另有 1 人的照片和信息已按规定删除，不在表内。");
    }

    @Test
    void isEmptyWhereNoPictureIsAcceptedYet() {
        assertThat(csv("")).hasSize(1);
        assertThat(get("").expect(200).text()).contains("暂无照片合格的学生。").doesNotContain("<table>");
    }

    @Test
    void isNotFoundForOtherSchoolsAndForClassesWithoutStudents() {
        accepted("2022010101");
        Http other = http.as(people.aSchoolClient(campaigns.aSchool().no()));

        for (String form : List.of("", ".csv")) {
            other.get(path(form)).expectProblem(404, "not-found");
            client.get("/api/v1/school/campaigns/cmp_00000000000000000000/proofreading-sheet" + form)
                    .expectPlainProblem(404, "not-found");
            client.get(path(form) + "?studentNoPrefix=8&className=20220109").expectProblem(404, "not-found");
            client.get(path(form) + "?studentNoPrefix=0").expectPlainProblem(422, "invalid-fields");
            client.get(path(form) + "?className=").expectPlainProblem(422, "invalid-fields");
            http.as(people.aManager()).get(path(form)).expect(403);
        }
        assertThat(rows.number("SELECT COUNT(*) FROM audit_entry WHERE action = 'proofreading-sheet'"))
                .isZero();
    }

    @Test
    void everyExportIsAudited() {
        accepted("1");
        accepted("2");

        get("").expect(200);
        csv("");

        assertThat(rows.texts("SELECT CONCAT(actor LIKE 'SCHOOL:%', subject, detail) FROM audit_entry"
                        + " WHERE action = 'proofreading-sheet'"))
                .containsExactly("1" + campaign.no() + "2 students", "1" + campaign.no() + "2 students");
    }

    /** Two queries per page of five hundred students, whoever is on it. */
    @Test
    void queriesTheDatabasePerPageAndNotPerStudent() {
        Capture one = accepted("20220101");
        rows.change(
                "INSERT INTO capture (no, account_no, campaign_no, school_no, facts_sealed, status, photo_no, tries_used,"
                        + " created_at, accepted_at, changed_at, version) SELECT CONCAT('cap_', n), account_no, campaign_no,"
                        + " school_no, facts_sealed, status, CONCAT('pho_', n), 1, created_at, accepted_at, changed_at, 0"
                        + " FROM capture JOIN (SELECT a.d + 10 * b.d + 100 * c.d AS n FROM " + DIGIT + " a JOIN "
                        + DIGIT
                        + " b JOIN " + DIGIT + " c) numbers WHERE no = '" + one.no() + "'");
        rows.of("ANALYZE TABLE capture");
        long asked = questions();
        long read = rows.read();

        int lines = csv("").size();

        assertThat(lines).isEqualTo(1 + 1 + 1000);
        assertThat(questions() - asked).isLessThan(40);
        assertThat(rows.read() - read).isLessThan(3 * 1000);
    }

    private long questions() {
        return Long.parseLong(rows.of("SHOW GLOBAL STATUS LIKE 'Questions'")
                .getFirst()
                .get("Value")
                .toString());
    }

    private Capture accepted(String studentNo) {
        return reviewed.accepted(campaign, studentNo, "本科", "计算机科学与技术");
    }

    private Proofreading check(Capture capture) {
        return proofreadings.findByCaptureNoIn(List.of(capture.no())).getFirst();
    }

    private void answers(Capture capture, Answer answer) {
        Proofreading check = check(capture);
        service.answer(check.no(), ACCOUNT, answer);
        service.confirm(check.no(), ACCOUNT, answer, ErratumReason.NAME, null);
    }

    private void resolve(Capture capture, Resolution how) {
        answers(capture, Answer.WRONG);
        errata.resolve(check(capture).no(), how, "已联系学生", CampaignFixtures.MANAGER);
    }

    private String path(String form) {
        return "/api/v1/school/campaigns/" + campaign.no() + "/proofreading-sheet" + form;
    }

    private Http.Reply get(String query, String... headers) {
        return client.get(path("") + query, headers);
    }

    private List<String> csv(String query) {
        Http.Reply reply = client.get(path(".csv") + query).expect(200);
        assertThat(reply.header("Content-Type")).isEqualTo("text/csv; charset=utf-8");
        return List.of(reply.text().split("\r\n"));
    }

    private static List<String> cells(String page) {
        return CELL.matcher(page).results().map(m -> m.group(1)).toList();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
