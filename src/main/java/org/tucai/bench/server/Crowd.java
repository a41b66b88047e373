package org.tucai.bench.server;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tucai.capturecode.CaptureCodeIssuer;
import org.tucai.capturecode.CodeKey;
import org.tucai.trial.Api;
import org.tucai.trial.MadeUp;
import org.tucai.trial.TrialFailed;
import org.tucai.trial.TrialTerms;

/** A school, its open campaign, and students with captures, created over HTTP in a sandbox server as people would do it. */
final class Crowd {
    private static final Pattern SMS_CODE = Pattern.compile("\\b(\\d{6})\\b");
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final String LAST_FOUR = "123X";

    private final Api server;
    private final Api manager;
    private final CodeKey key =
            CodeKey.random("bench" + ThreadLocalRandom.current().nextInt(1_000_000));
    private final CaptureCodeIssuer issuer = new CaptureCodeIssuer(InstantSource.system(), Duration.ofDays(90));
    private final String schoolCode = MadeUp.schoolCode();
    private final AtomicInteger number = new AtomicInteger();
    private String schoolNo = "";
    private String campaignNo = "";
    private String consent = "";

    private Crowd(Api server, Api manager) {
        this.server = server;
        this.manager = manager;
    }

    /** A signed-in student. */
    record Student(String token) {}

    /** A bound capture and the token of its student. */
    record Bound(Student student, String captureNo) {}

    /** Opens a campaign with that fee, which allows album pictures and many tries. */
    static Crowd gather(Api server, String managerToken, long feeMinor) throws InterruptedException {
        Crowd crowd = new Crowd(server, server.as(managerToken));
        Api manager = crowd.manager;
        crowd.schoolNo = manager.post(
                        "/api/v1/admin/schools", Map.of("code", crowd.schoolCode, "name", "压测大学" + crowd.schoolCode))
                .ok()
                .string("no");
        manager.post("/api/v1/admin/code-keys", Map.of("kid", crowd.key.kid(), "key", crowd.key.secret()))
                .ok();
        crowd.campaignNo = manager.post(
                        "/api/v1/admin/campaigns", Map.of("schoolNo", crowd.schoolNo, "terms", terms(feeMinor)))
                .ok()
                .string("no");
        manager.post("/api/v1/admin/campaigns/" + crowd.campaignNo + "/openings", null)
                .ok();
        return crowd;
    }

    private static Map<String, Object> terms(long feeMinor) {
        Map<String, Object> terms = TrialTerms.of("压力测试", "bench", "Bench1", feeMinor);
        terms.put("triesAllowed", 20);
        return terms;
    }

    String campaignNo() {
        return campaignNo;
    }

    /** Students with verified phone numbers. */
    List<Student> students(int count) throws InterruptedException {
        List<String> phones = MadeUp.phones(count);
        for (String phone : phones) {
            server.post("/api/v1/student/sms-codes", Map.of("phone", phone)).ok();
        }
        List<Student> signedIn = new ArrayList<>();
        for (String phone : phones) {
            Map<String, String> proof = Map.of("phone", phone, "code", smsCode(phone));
            signedIn.add(new Student(
                    server.post("/api/v1/student/phone-sessions", proof).ok().string("accessToken")));
        }
        return signedIn;
    }

    private String smsCode(String phone) throws InterruptedException {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (System.nanoTime() < end) {
            Matcher code = SMS_CODE.matcher(
                    server.get("/sandbox/messages?to=" + phone).ok().text());
            if (code.find()) {
                return code.group(1);
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new TrialFailed("no SMS came within a minute");
    }

    /** One more enrolment of that student, bound to the campaign. */
    Bound bind(Student student) throws InterruptedException {
        Api client = server.as(student.token());
        String codeNo = client.post("/api/v1/student/codes", Map.of("text", code()))
                .ok()
                .string("no");
        client.post("/api/v1/student/codes/" + codeNo + "/confirmations", Map.of("lastFour", LAST_FOUR))
                .ok();
        if (consent.isEmpty()) {
            consent = client.get("/api/v1/student/consent-notice").ok().string("version");
        }
        Map<String, String> wish = Map.of("codeNo", codeNo, "featureCode", "Bench1", "consentVersion", consent);
        return new Bound(
                student, client.post("/api/v1/student/captures", wish).ok().string("no"));
    }

    private String code() {
        int n = number.incrementAndGet();
        return issuer.issue(
                new CaptureCodeIssuer.Student(
                        "SU" + schoolCode + MadeUp.digits(7, n),
                        "张压测",
                        "32010220040101" + LAST_FOUR,
                        schoolCode,
                        "压测大学" + schoolCode,
                        "本科",
                        "计算机科学与技术",
                        "B" + MadeUp.digits(8, n),
                        schoolCode + "2022" + MadeUp.digits(6, n),
                        LocalDate.of(2027, 6, 30)),
                key);
    }

    /** The upload address of a new ticket. */
    String ticket(Bound bound) throws InterruptedException {
        return server.as(bound.student().token())
                .post("/api/v1/student/captures/" + bound.captureNo() + "/upload-tickets", Map.of("source", "CAMERA"))
                .ok()
                .string("uploadUrl");
    }

    /** Uploads the picture; returns the photo's number. */
    String shoot(Bound bound, byte[] picture) throws InterruptedException {
        return server.as(bound.student().token())
                .upload(ticket(bound), picture)
                .ok()
                .string("no");
    }

    /** The token of a new client program of the school. */
    String schoolToken() throws InterruptedException {
        Api.Reply made = manager.post("/api/v1/admin/school-clients", Map.of("schoolNo", schoolNo, "name", "bench"))
                .ok();
        Map<String, String> credentials =
                Map.of("clientNo", made.string("client.no"), "clientSecret", made.string("secret"));
        return server.post("/api/v1/school/tokens", credentials).ok().string("accessToken");
    }
}
