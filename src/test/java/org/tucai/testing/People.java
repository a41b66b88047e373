package org.tucai.testing;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tucai.platform.job.DueJobs;
import org.tucai.staff.FirstStaffMember;

/** Students, reviewers, managers and schools signed in through the real endpoints. Each method returns a bearer token. */
@Singleton
public class People implements Resettable {
    /** The password that staff choose for themselves. */
    public static final String PASSWORD = "correct horse 42";

    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");

    private final Http http;
    private final DueJobs jobs;
    private final FirstStaffMember firstStaffMember;
    private final AtomicInteger count = new AtomicInteger();
    private final Map<String, Supplier<String>> doors = new HashMap<>();
    private String manager;

    People(Http http, DueJobs jobs, FirstStaffMember firstStaffMember) {
        this.http = http;
        this.jobs = jobs;
        this.firstStaffMember = firstStaffMember;
    }

    @Override
    public void reset() {
        manager = null;
        doors.clear();
    }

    /** A new student with a verified phone number. */
    public String aStudent() {
        return aStudent("138%08d".formatted(count.incrementAndGet()));
    }

    /** The student with this phone number. */
    public String aStudent(String phone) {
        return remember(
                () -> http.post("/api/v1/student/phone-sessions", Map.of("phone", phone, "code", smsCode(phone)))
                        .expect(200)
                        .at("accessToken"));
    }

    /** Has a code sent to this number and returns it. */
    public String smsCode(String phone) {
        http.post("/api/v1/student/sms-codes", Map.of("phone", phone)).expect(202);
        return sentCode(phone);
    }

    /** The last code sent to this number. */
    public String sentCode(String phone) {
        jobs.runDue();
        Matcher code = CODE.matcher(
                http.get("/sandbox/messages?to=" + phone).expect(200).text());
        if (!code.find()) {
            throw new AssertionError("no code was sent to " + phone);
        }
        return code.group(1);
    }

    /** The first manager, or another one if the first exists already. */
    public String aManager() {
        if (manager == null) {
            String oneTime = firstStaffMember.create().orElseThrow();
            signInStaff(FirstStaffMember.NAME, oneTime, PASSWORD);
            manager = remember(() -> signInStaff(FirstStaffMember.NAME, PASSWORD, null));
            return manager;
        }
        return aStaffMember("MANAGER");
    }

    public String aReviewer() {
        return aStaffMember("REVIEWER");
    }

    private String aStaffMember(String role) {
        String name = role.toLowerCase(java.util.Locale.ROOT) + count.incrementAndGet();
        String oneTime = http.as(theManager())
                .post("/api/v1/admin/staff", Map.of("name", name, "displayName", name, "role", role))
                .expect(201)
                .at("oneTimePassword");
        signInStaff(name, oneTime, PASSWORD);
        return remember(() -> signInStaff(name, PASSWORD, null));
    }

    private String signInStaff(String name, String password, String newPassword) {
        Map<String, String> body = new HashMap<>(Map.of("name", name, "password", password));
        if (newPassword != null) {
            body.put("newPassword", newPassword);
        }
        return http.post("/api/v1/review/sessions", body).expect(200).at("accessToken");
    }

    /** A client program of this school. */
    public String aSchoolClient(String schoolNo) {
        Http.Reply made = http.as(theManager())
                .post("/api/v1/admin/school-clients", Map.of("schoolNo", schoolNo, "name", "test"))
                .expect(201);
        Map<String, String> credentials = Map.of("clientNo", made.at("client.no"), "clientSecret", made.at("secret"));
        return remember(() ->
                http.post("/api/v1/school/tokens", credentials).expect(200).at("accessToken"));
    }

    /** Signs the same person in again: tokens live ten minutes by the test's clock. */
    public String again(String token) {
        return remember(doors.get(token));
    }

    private String theManager() {
        if (manager == null) {
            return aManager();
        }
        manager = again(manager);
        return manager;
    }

    private String remember(Supplier<String> door) {
        String token = door.get();
        doors.put(token, door);
        return token;
    }
}
