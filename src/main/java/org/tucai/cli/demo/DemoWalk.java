package org.tucai.cli.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tucai.trial.Api;
import org.tucai.trial.MadeUp;
import org.tucai.trial.TrialFailed;
import org.tucai.trial.TrialTerms;

/** The steps of the demo, each a few requests and their answers. */
final class DemoWalk {
    private static final Pattern SMS_CODE = Pattern.compile("\\b(\\d{6})\\b");
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final Client server;
    private final Client authority;
    private final Story story;
    private final Path archive;
    private final String phone = MadeUp.phones(1).getFirst();

    /** @param archive the file that the school's ZIP is written to */
    DemoWalk(Client server, Client authority, Story story, Path archive) {
        this.server = server;
        this.authority = authority;
        this.story = story;
        this.archive = archive;
    }

    void run(String managerToken, byte[] portrait) throws InterruptedException {
        Client manager = server.as(managerToken);
        School school = prepare(manager);
        byte[] codePicture = issueCode(school);
        Client student = signIn();
        String capture = bind(student, codePicture, school);
        String photo = shoot(student, capture, portrait);
        pay(student, capture, photo);
        review(manager, student, capture);
        awaitAuthority(student, capture);
        proofread(student, capture);
        new DemoSchool(server, story, archive).pull(manager, school.no());
    }

    private record School(String no, String code, String name, String featureCode) {}

    private School prepare(Client manager) throws InterruptedException {
        story.step("采集单位 · the unit opens a campaign for a school");
        String code = MadeUp.schoolCode();
        String name = "示范大学" + code;
        String no = manager.post("/api/v1/admin/schools", Map.of("code", code, "name", name))
                .string("no");
        Map<String, Object> terms = TrialTerms.of("2027届毕业生图像采集", "2027春季", "Demo1", 1500);
        terms.put("printsOffered", true);
        terms.put("printPrice", TrialTerms.fen(1000));
        String campaign = manager.post("/api/v1/admin/campaigns", Map.of("schoolNo", no, "terms", terms))
                .string("no");
        manager.post("/api/v1/admin/campaigns/" + campaign + "/openings", null);
        story.fact("school", name + " (" + code + ")");
        story.fact("campaign", campaign + ", 特征码 Demo1, ¥15.00");
        return new School(no, code, name, "Demo1");
    }

    private byte[] issueCode(School school) throws InterruptedException {
        story.step("学信网 · the sandbox authority issues a capture code, photographed at an angle");
        Api.Reply issued = authority.post(
                "/codes", Map.of("schoolCode", school.code(), "schoolName", school.name(), "unit", "unit"));
        byte[] photo = Base64.getDecoder().decode(issued.string("photo"));
        story.fact("code", issued.string("text").length() + " characters, picture of " + photo.length / 1024 + " KB");
        return photo;
    }

    private Client signIn() throws InterruptedException {
        story.step("学生 · a student signs in with phone and SMS code");
        server.post("/api/v1/student/sms-codes", Map.of("phone", phone));
        String code = await("an SMS", () -> {
            List<Map<String, Object>> sent =
                    server.get("/sandbox/messages?to=" + phone).list();
            Matcher digits = SMS_CODE.matcher(
                    sent.isEmpty() ? "" : String.valueOf(sent.getFirst().get("text")));
            return digits.find() ? digits.group(1) : null;
        });
        Api.Reply session = server.post("/api/v1/student/phone-sessions", Map.of("phone", phone, "code", code));
        Client student = server.as(session.string("accessToken"));
        story.fact("phone", phone.substring(0, 3) + "****" + phone.substring(7));
        story.fact("next step", student.get("/api/v1/student/screens/home").string("nextStep.title"));
        return student;
    }

    private String bind(Client student, byte[] codePicture, School school) throws InterruptedException {
        story.step("采集码 · the code's picture is read, the details are checked and confirmed");
        Api.Reply opened = student.postPicture("/api/v1/student/codes", codePicture);
        story.fact("name", opened.string("maskedName") + "  " + opened.string("maskedIdNumber"));
        story.fact(
                "enrolment",
                opened.string("schoolName") + " · " + opened.string("level") + " · " + opened.string("major"));
        student.post("/api/v1/student/codes/" + opened.string("no") + "/confirmations", Map.of("lastFour", "123X"));
        story.good("last four characters of the ID number are right");
        String version = student.get("/api/v1/student/consent-notice").string("version");
        Api.Reply capture = student.post(
                "/api/v1/student/captures",
                Map.of(
                        "codeNo", opened.string("no"),
                        "featureCode", school.featureCode(),
                        "consentVersion", version));
        story.good("consent " + version + " recorded, capture " + capture.string("no"));
        return capture.string("no");
    }

    private String shoot(Client student, String capture, byte[] portrait) throws InterruptedException {
        story.step("拍摄 · the portrait is uploaded and judged on the spot");
        String url = student.post("/api/v1/student/captures/" + capture + "/upload-tickets", Map.of("source", "CAMERA"))
                .string("uploadUrl");
        long began = System.nanoTime();
        Api.Reply photo = student.upload(url, portrait);
        long ms = Duration.ofNanos(System.nanoTime() - began).toMillis();
        Judgement.tell(story, photo, ms);
        if (!Boolean.TRUE.equals(photo.at("usable"))) {
            throw new TrialFailed(
                    "The photo cannot be used for the reasons above, just as a student would be told. Try another"
                            + " with --photo FILE, or leave --photo out to use a drawn one.");
        }
        return photo.string("no");
    }

    private void pay(Client student, String capture, String photo) throws InterruptedException {
        story.step("支付 · submitted, ordered, paid in the sandbox; the signed callback arrives");
        student.post("/api/v1/student/captures/" + capture + "/submissions", Map.of("photoNo", photo));
        String order = student.get(screen(capture)).string("card.order.no");
        Api.Reply sheet = student.post("/api/v1/student/orders/" + order + "/payments", null);
        String prepay = sheet.string("parameters.package").replace("prepay_id=", "");
        server.post("/sandbox/payments/" + prepay + "/pay", Map.of());
        awaitStatus(student, capture, "IN_REVIEW");
        Api.Reply progress = student.get(screen(capture));
        story.fact("order", order + ", " + progress.string("card.order.statusText"));
        // the instant is the start of the next day
        OffsetDateTime due = OffsetDateTime.parse(progress.string("card.review.dueAt"));
        story.fact("review due", "by the end of " + due.minusSeconds(1).toLocalDate());
    }

    private void review(Client manager, Client student, String capture) throws InterruptedException {
        story.step("初审 · a reviewer claims the photo, looks at it and accepts it; ten seconds to undo");
        List<Map<String, Object>> claimed =
                manager.post("/api/v1/review/claims", Map.of("count", 50)).list();
        String review = claimed.stream()
                .filter(r -> capture.equals(r.get("captureNo")))
                .map(r -> String.valueOf(r.get("no")))
                .findFirst()
                .orElseThrow(() -> new TrialFailed("the photo is not in the queue"));
        manager.get("/api/v1/review/reviews/" + review);
        Api.Reply decided =
                manager.post("/api/v1/review/reviews/" + review + "/decisions", Map.of("decision", "ACCEPT"));
        story.fact("may be undone", "until " + Story.time(decided.string("undoUntil")));
        awaitStatus(student, capture, "IN_PRODUCTION", "FORWARDED", "VERIFIED");
        story.good("accepted");
    }

    private void awaitAuthority(Client student, String capture) throws InterruptedException {
        story.step("学信网 · the sealed package goes out; receipt and conclusion come back");
        awaitStatus(student, capture, "VERIFIED");
        story.good("the authority has the picture");
        story.fact(
                "conclusion", student.get("/api/v1/student/captures/" + capture).string("conclusion"));
    }

    private void proofread(Client student, String capture) throws InterruptedException {
        story.step("信息核对 · the student confirms twice that picture and details are correct");
        String no = student.get("/api/v1/student/proofreadings").list().stream()
                .filter(p -> capture.equals(p.get("captureNo")))
                .map(p -> String.valueOf(p.get("no")))
                .findFirst()
                .orElseThrow(() -> new TrialFailed("no information check was opened"));
        student.post("/api/v1/student/proofreadings/" + no + "/answers", Map.of("answer", "CORRECT"));
        student.post("/api/v1/student/proofreadings/" + no + "/confirmations", Map.of("answer", "CORRECT"));
        story.good("正确");
        story.fact("next step", student.get("/api/v1/student/screens/home").string("nextStep.title"));
    }

    private static String screen(String capture) {
        return "/api/v1/student/screens/captures/" + capture;
    }

    private static void awaitStatus(Client student, String capture, String... wanted) throws InterruptedException {
        await("status " + String.join(" or ", wanted), () -> {
            String status = student.get("/api/v1/student/captures/" + capture).string("status");
            return List.of(wanted).contains(status) ? status : null;
        });
    }

    /** One question to the server. */
    @FunctionalInterface
    interface Ask {
        /** The answer; null when there is none yet. */
        @Nullable
        String once() throws InterruptedException;
    }

    /** Asks until there is an answer, for a minute. */
    static String await(String what, Ask ask) throws InterruptedException {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (System.nanoTime() < end) {
            String answer = ask.once();
            if (answer != null) {
                return answer;
            }
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
        }
        throw new TrialFailed("waited a minute in vain for " + what);
    }
}
