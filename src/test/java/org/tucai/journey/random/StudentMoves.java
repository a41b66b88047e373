package org.tucai.journey.random;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.tucai.campaign.Campaign;
import org.tucai.capture.InspectionSwitch;
import org.tucai.capture.ReviewedCaptures;
import org.tucai.capturecode.CaptureCodeIssuer;
import org.tucai.journey.random.Stage.Student;
import org.tucai.testing.CodeFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;

/** What students do, sensible or not. */
@Singleton
class StudentMoves {
    static final String HERE = "/api/v1/student/";
    static final String CAPTURES = HERE + "captures/";

    private final Stage stage;
    private final Journeys journeys;
    private final InspectionSwitch inspection;
    private int bad;

    StudentMoves(Stage stage, Journeys journeys, InspectionSwitch inspection) {
        this.stage = stage;
        this.journeys = journeys;
        this.inspection = inspection;
    }

    List<Move> all() {
        return List.of(
                new Move("bind", 8, this::bind),
                new Move("shoot", 8, () -> withOwn((s, no) -> shoot(s, no, stage.chance(80)))),
                new Move("submit", 6, () -> withOwn((s, no) -> submit(s, no, stage.chance(30)))),
                new Move(
                        "begin to pay",
                        4,
                        () -> withOrder((s, no) -> s.caller().post(HERE + "orders/" + no + "/payments", null))),
                new Move("pay", 10, () -> withOrder(this::pay)),
                new Move("pay what was begun", 5, this::payBegun),
                new Move(
                        "ask whether it is paid",
                        3,
                        () -> withOrder((s, no) -> s.caller().post(HERE + "orders/" + no + "/payment-checks", null))),
                new Move("change prints", 4, () -> withOrder(this::changePrints)),
                new Move(
                        "withdraw from review",
                        3,
                        () -> withOwn((s, no) -> s.caller().post(CAPTURES + no + "/withdrawals", null))),
                new Move(
                        "give up",
                        2,
                        () -> withOwn((s, no) -> s.caller().post(CAPTURES + no + "/cancellations", null))),
                new Move("check the facts", 6, () -> withCheck(this::check)),
                new Move("close the account", 1, this::closeAccount),
                new Move("link the phone", 1, () -> said(stage.linkPhone(stage.anyStudent()))));
    }

    static String said(Http.Reply reply) {
        return reply.status() < 400 ? String.valueOf(reply.status()) : reply.status() + " " + reply.at("code");
    }

    private String withOwn(BiFunction<Student, String, Http.Reply> does) {
        return with("SELECT c.no FROM capture c WHERE c.account_no = ? ORDER BY c.id", does);
    }

    private String withOrder(BiFunction<Student, String, Http.Reply> does) {
        return with("SELECT o.no FROM purchase_order o WHERE o.account_no = ? ORDER BY o.id", does);
    }

    private String withCheck(BiFunction<Student, String, Http.Reply> does) {
        return with("SELECT p.no FROM proofreading p WHERE p.account_no = ? ORDER BY p.id", does);
    }

    private String with(String sql, BiFunction<Student, String, Http.Reply> does) {
        Student student = stage.anyStudent();
        Optional<String> no = stage.anyOf(sql, account(student));
        return no.map(n -> student.name() + " " + n + " " + said(does.apply(student, n)))
                .orElse("none");
    }

    String account(Student student) {
        return student.caller().get(HERE + "account").expect(200).at("no");
    }

    private String bind() {
        Student student = stage.anyStudent();
        Campaign campaign = stage.any(stage.campaigns);
        return student.name() + " " + campaign.featureCode() + " "
                + said(bind(student, stage.any(student.enrolments()), campaign));
    }

    Http.Reply bind(Student student, CaptureCodeIssuer.Student enrolment, Campaign campaign) {
        Http.Reply opened = student.caller().post(HERE + "codes", Map.of("text", stage.codes.aCode(enrolment)));
        if (opened.status() != 201) {
            return opened;
        }
        String codeNo = opened.at("no");
        Http.Reply confirmed = student.caller()
                .post(HERE + "codes/" + codeNo + "/confirmations", Map.of("lastFour", CodeFixtures.LAST_FOUR));
        if (confirmed.status() != 200) {
            return confirmed;
        }
        String version =
                student.caller().get(HERE + "consent-notice").expect(200).at("version");
        return student.caller()
                .post(
                        HERE + "captures",
                        Map.of("codeNo", codeNo, "featureCode", campaign.featureCode(), "consentVersion", version));
    }

    /** @param good whether to upload a picture of a face; otherwise one that no check passes */
    Http.Reply shoot(Student student, String captureNo, boolean good) {
        Http.Reply ticket = student.caller().post(CAPTURES + captureNo + "/upload-tickets", Map.of("source", "CAMERA"));
        if (ticket.status() != 201) {
            return ticket;
        }
        return upload(student.caller(), ticket.at("uploadUrl"), good);
    }

    Http.Reply upload(Caller caller, String url, boolean good) {
        byte[] picture = good ? journeys.aPortrait() : ReviewedCaptures.jpeg(bad++);
        inspection.set(!good); // good ones skip inspection, or this would take hours
        try {
            return caller.call(h -> h.send("PUT", url, "image/jpeg", picture));
        } finally {
            inspection.set(true);
        }
    }

    Http.Reply submit(Student student, String captureNo, boolean withPrints) {
        String photo = student.caller().get(CAPTURES + captureNo).expect(200).at("photoNo");
        Map<String, Object> body = new HashMap<>();
        body.put("photoNo", photo == null ? "pho_00000000000000000000" : photo);
        if (withPrints) {
            body.put("prints", prints());
        }
        return student.caller().post(CAPTURES + captureNo + "/submissions", body);
    }

    private Map<String, Object> prints() {
        return Journeys.prints(1 + stage.random.nextInt(3));
    }

    Http.Reply pay(Student student, String orderNo) {
        Http.Reply begun = student.caller().post(HERE + "orders/" + orderNo + "/payments", null);
        if (begun.status() != 201) {
            return begun;
        }
        String bundle = begun.at("parameters.package");
        return pay(bundle.substring("prepay_id=".length()), stage.chance(60) ? Map.of() : oddly());
    }

    private String payBegun() {
        return stage.anyOf("SELECT prepay_no FROM sandbox_payment ORDER BY id")
                .map(prepay -> prepay + " " + said(pay(prepay, oddly())))
                .orElse("none");
    }

    private Http.Reply pay(String prepayNo, Map<String, Object> wish) {
        return stage.http.post("/sandbox/payments/" + prepayNo + "/pay", wish);
    }

    private Map<String, Object> oddly() {
        return switch (stage.random.nextInt(7)) {
            case 0 -> Map.of("amountMinor", 1 + stage.random.nextInt(4000));
            case 1 -> Map.of("evenIfOver", true);
            case 2 -> Map.of("evenIfOver", true, "callbackAfterSeconds", stage.random.nextInt(86_400));
            case 3 -> Map.of("callbacks", 3, "callbackAfterSeconds", stage.random.nextInt(86_400));
            case 4 -> Map.of("callbacks", 0);
            case 5 -> Map.of("fails", true);
            default -> Map.of();
        };
    }

    private Http.Reply changePrints(Student student, String orderNo) {
        String path = HERE + "orders/" + orderNo + "/prints";
        return stage.chance(50)
                ? student.caller().call(h -> h.put(path, prints()))
                : student.caller().call(h -> h.delete(path));
    }

    Http.Reply check(Student student, String no) {
        boolean right = stage.chance(50);
        String answer = right ? "CORRECT" : "WRONG";
        Http.Reply first = student.caller().post(HERE + "proofreadings/" + no + "/answers", Map.of("answer", answer));
        if (first.status() != 201 || stage.chance(10)) {
            return first;
        }
        Map<String, Object> second = new HashMap<>(Map.of("answer", stage.chance(90) ? answer : "CORRECT"));
        if (!right) {
            second.put("reason", "NOT_ME");
        }
        return student.caller().post(HERE + "proofreadings/" + no + "/confirmations", second);
    }

    private String closeAccount() {
        Student student = stage.anyStudent();
        return student.name() + " " + said(student.caller().call(h -> h.delete(HERE + "account")));
    }
}
