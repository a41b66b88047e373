package org.tucai.journey.random;

import static org.tucai.journey.random.StudentMoves.said;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tucai.campaign.Campaign;
import org.tucai.testing.CodeFixtures;
import org.tucai.testing.Http;

/** What reviewers, managers, operators on site and the school do. */
@Singleton
class UnitMoves {
    static final String REVIEW = "/api/v1/review/";
    static final String ADMIN = "/api/v1/admin/";
    private static final String ON_SITE = REVIEW + "on-site-captures/";
    private static final String SCHOOL = "/api/v1/school/";

    private final Stage stage;
    private final StudentMoves students;

    UnitMoves(Stage stage, StudentMoves students) {
        this.stage = stage;
        this.students = students;
    }

    List<Move> all() {
        return List.of(
                new Move("review", 10, this::review),
                new Move(
                        "release",
                        1,
                        () -> with(
                                "SELECT no FROM review ORDER BY id",
                                no -> stage.anyReviewer().post(REVIEW + "reviews/" + no + "/releases", null))),
                new Move("undo", 2, this::undo),
                new Move("begin on site", 3, this::beginOnSite),
                new Move("shoot on site", 6, () -> withOnSite(no -> shootOnSite(no, stage.chance(90)))),
                new Move("submit on site", 6, () -> withOnSite(this::submitOnSite)),
                new Move(
                        "decide on site",
                        5,
                        () -> withOnSite(no -> stage.anyReviewer().post(ON_SITE + no + "/decisions", ruling()))),
                new Move(
                        "ask on site whether it is paid",
                        1,
                        () -> withOnSite(no -> stage.anyReviewer().post(ON_SITE + no + "/payment-checks", null))),
                new Move("close a campaign", 1, this::close),
                new Move(
                        "refund an order",
                        3,
                        () -> with("SELECT no FROM purchase_order ORDER BY id", this::refundOrder)),
                new Move(
                        "refund a payment",
                        2,
                        () -> with(
                                "SELECT no FROM payment ORDER BY id",
                                no -> stage.manager.post(ADMIN + "payments/" + no + "/refunds", part()))),
                new Move(
                        "retry a refund",
                        3,
                        () -> with(
                                "SELECT no FROM refund ORDER BY id",
                                no -> stage.manager.post(ADMIN + "refunds/" + no + "/retries", null))),
                new Move("hand money back", 2, () -> with("SELECT no FROM refund ORDER BY id", this::handBack)),
                new Move(
                        "send prints",
                        3,
                        () -> with(
                                "SELECT no FROM print_shipment ORDER BY id",
                                no -> stage.manager.post(
                                        ADMIN + "shipments/" + no + "/dispatches",
                                        Map.of("carrier", "顺丰", "trackingNo", "SF12345678")))),
                new Move(
                        "note prints as arrived",
                        2,
                        () -> with(
                                "SELECT no FROM print_shipment ORDER BY id",
                                no -> stage.manager.post(ADMIN + "shipments/" + no + "/arrivals", null))),
                new Move("resolve a check", 4, () -> with("SELECT no FROM proofreading ORDER BY id", this::resolve)),
                new Move(
                        "order a retake",
                        2,
                        () -> with(
                                "SELECT no FROM capture ORDER BY id",
                                no -> stage.manager.post(
                                        ADMIN + "captures/" + no + "/retakes", Map.of("note", "照片不是本人")))),
                new Move("deliver", 2, this::deliver),
                new Move(
                        "dispute",
                        1,
                        () -> with(
                                "SELECT no FROM capture ORDER BY id",
                                no -> stage.client.post(
                                        SCHOOL + "disputes", Map.of("captureNo", no, "words", "照片与本人不符")))),
                new Move(
                        "resolve a dispute",
                        2,
                        () -> with(
                                "SELECT no FROM dispute ORDER BY id",
                                no -> stage.manager.post(
                                        ADMIN + "disputes/" + no + "/resolutions",
                                        Map.of("answer", "已核对", "retake", stage.chance(50))))));
    }

    private String with(String sql, Function<String, Http.Reply> does) {
        return stage.anyOf(sql).map(no -> no + " " + said(does.apply(no))).orElse("none");
    }

    private String withOnSite(Function<String, Http.Reply> does) {
        return with(
                "SELECT c.no FROM capture c JOIN campaign k ON k.no = c.campaign_no WHERE k.mode = 'ON_SITE' ORDER BY c.id",
                does);
    }

    private Map<String, Object> ruling() {
        return stage.chance(65)
                ? Map.of("decision", "ACCEPT")
                : Map.of("decision", "REJECT", "reasons", List.of("blur"));
    }

    private String review() {
        Caller reviewer = stage.anyReviewer();
        List<Map<String, Object>> claimed = reviewer.post(
                        REVIEW + "claims", Map.of("count", 1 + stage.random.nextInt(3)))
                .expect(200)
                .list();
        StringBuilder said = new StringBuilder();
        for (Map<String, Object> review : claimed) {
            if (stage.chance(85)) {
                said.append(review.get("captureNo"))
                        .append(' ')
                        .append(said(reviewer.post(REVIEW + "reviews/" + review.get("no") + "/decisions", ruling())))
                        .append("; ");
            }
        }
        return said.isEmpty() ? "none" : said.toString();
    }

    private String undo() {
        return with(
                "SELECT no FROM review WHERE status = 'DECIDED' ORDER BY id",
                no -> stage.anyReviewer().post(REVIEW + "reviews/" + no + "/undos", null));
    }

    private String beginOnSite() {
        Caller operator = stage.anyReviewer();
        Campaign campaign = stage.any(stage.campaigns);
        String code = stage.codes.aCode(stage.any(stage.anyStudent().enrolments()));
        Http.Reply scanned = operator.post(ON_SITE + "codes", Map.of("code", code));
        if (scanned.status() != 201) {
            return said(scanned);
        }
        String codeNo = scanned.at("codeNo");
        Http.Reply confirmed = operator.post(
                ON_SITE + "codes/" + codeNo + "/confirmations", Map.of("lastFour", CodeFixtures.LAST_FOUR));
        if (confirmed.status() != 200) {
            return said(confirmed);
        }
        String version = operator.get(ON_SITE + "consent-notice").expect(200).at("version");
        Map<String, Object> wish =
                Map.of("codeNo", codeNo, "featureCode", campaign.featureCode(), "consentVersion", version);
        return campaign.featureCode() + " " + said(operator.post(ON_SITE.substring(0, ON_SITE.length() - 1), wish));
    }

    Http.Reply shootOnSite(String captureNo, boolean good) {
        return students.upload(stage.anyReviewer(), ON_SITE + captureNo + "/photo", good);
    }

    Http.Reply submitOnSite(String captureNo) {
        String photo = stage.rows
                .texts("SELECT COALESCE(photo_no, 'none') FROM capture WHERE no = ?", captureNo)
                .getFirst();
        return stage.anyReviewer().post(ON_SITE + captureNo + "/submissions", Map.of("photoNo", photo));
    }

    private String close() {
        return stage.chance(70)
                ? "not yet"
                : with(
                        "SELECT no FROM campaign ORDER BY id",
                        no -> stage.manager.post(ADMIN + "campaigns/" + no + "/closings", null, "*"));
    }

    private Map<String, Object> part() {
        return Map.of("amountMinor", stage.chance(40) ? 1500 : 1 + stage.random.nextInt(1600), "reason", "协商退款");
    }

    private Http.Reply refundOrder(String orderNo) {
        Map<String, Object> body = new HashMap<>(part());
        if (stage.chance(40)) {
            long left = stage.rows.number(
                    "SELECT paid_minor - refund_asked_minor FROM purchase_order WHERE no = ?", orderNo);
            body.put("amountMinor", Math.max(left, 1));
        }
        return stage.manager.post(ADMIN + "orders/" + orderNo + "/refunds", body);
    }

    private Http.Reply handBack(String refundNo) {
        return stage.manager.post(ADMIN + "refunds/" + refundNo + "/settlements", Map.of("note", "银行转账"));
    }

    private Http.Reply resolve(String no) {
        String how = stage.any(List.of("RETAKE", "CORRECTED", "UNFOUNDED"));
        return stage.manager.post(
                ADMIN + "proofreadings/" + no + "/resolutions", Map.of("resolution", how, "note", "已处理"));
    }

    private String deliver() {
        Http.Reply made = stage.client.post(SCHOOL + "deliveries", Map.of("names", "STUDENT_NO", "folders", "NONE"));
        if (made.status() != 201) {
            return said(made);
        }
        String no = made.at("no");
        if (stage.chance(80)) {
            stage.client.get(SCHOOL + "deliveries/" + no + "/archive");
        }
        return stage.chance(80)
                ? said(stage.client.post(SCHOOL + "deliveries/" + no + "/acknowledgements", null))
                : "not acknowledged";
    }
}
