package org.tucai.testing;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.School;
import org.tucai.platform.job.DueJobs;

/** Walks students through the process over HTTP, using the real endpoints. */
@Singleton
public class Journeys {
    private static final long DRAWN = 8;

    private final Http http;
    private final People people;
    private final CodeFixtures codes;
    private final CampaignFixtures campaigns;
    private final DueJobs jobs;
    private final MutableClock clock;
    private final AtomicLong seed = new AtomicLong();

    Journeys(
            Http http,
            People people,
            CodeFixtures codes,
            CampaignFixtures campaigns,
            DueJobs jobs,
            MutableClock clock) {
        this.http = http;
        this.people = people;
        this.codes = codes;
        this.campaigns = campaigns;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** A student in the middle of the process: token, campaign, and the capture once it is bound. */
    public record Walk(String token, Campaign campaign, String captureNo) {}

    /** The same student signed in again, {@link People#again}. */
    public Walk again(Walk walk) {
        return new Walk(people.again(walk.token()), walk.campaign(), walk.captureNo());
    }

    /** A portrait that the checks find usable; a different file on each call, and a different picture from the previous seven. */
    public byte[] aPortrait() {
        long number = seed.incrementAndGet();
        byte[] drawn = Drawings.portrait(number % DRAWN);
        byte[] comment = {(byte) 0xFF, (byte) 0xFE, 0, 10, 0, 0, 0, 0, 0, 0, 0, 0};
        ByteBuffer.wrap(comment).putLong(4, number);
        return ByteBuffer.allocate(drawn.length + comment.length)
                .put(drawn, 0, 2)
                .put(comment)
                .put(drawn, 2, drawn.length - 2)
                .array();
    }

    /** An online campaign with the usual terms, and a student bound to it. */
    public Walk aBoundStudent() {
        School school = campaigns.aSchool();
        return aBoundStudent(school, campaigns.anOpenCampaign(school, t -> {}));
    }

    /** The same for the student with this phone number. */
    public Walk aBoundStudent(String phone) {
        School school = campaigns.aSchool();
        return bind(people.aStudent(phone), campaigns.anOpenCampaign(school, t -> {}), codes.aCode(school));
    }

    /** A new student bound to this campaign. */
    public Walk aBoundStudent(School school, Campaign campaign) {
        String token = people.aStudent();
        return bind(token, campaign, codes.aCode(school));
    }

    /** Lets this student bind this code. */
    public Walk bind(String token, Campaign campaign, String code) {
        String no = createCapture(token, campaign, code).expect(201).at("no");
        return new Walk(token, campaign, no);
    }

    /** The binding request itself, for tests of its refusals. */
    public Http.Reply createCapture(String token, Campaign campaign, String code) {
        Http student = http.as(token);
        String codeNo = student.post("/api/v1/student/codes", Map.of("text", code))
                .expect(201)
                .at("no");
        student.post("/api/v1/student/codes/" + codeNo + "/confirmations", Map.of("lastFour", CodeFixtures.LAST_FOUR))
                .expect(200);
        String version =
                student.get("/api/v1/student/consent-notice").expect(200).at("version");
        return student.post(
                "/api/v1/student/captures",
                Map.of("codeNo", codeNo, "featureCode", campaign.featureCode(), "consentVersion", version));
    }

    /** Uploads a portrait and returns the photo's view. */
    public Http.Reply shoot(Walk walk, byte[] picture) {
        return upload(walk, ticket(walk), picture);
    }

    public String ticket(Walk walk) {
        return http.as(walk.token())
                .post("/api/v1/student/captures/" + walk.captureNo() + "/upload-tickets", Map.of("source", "CAMERA"))
                .expect(201)
                .at("uploadUrl");
    }

    public Http.Reply upload(Walk walk, String uploadUrl, byte[] picture) {
        return http.as(walk.token()).send("PUT", uploadUrl, "image/jpeg", picture);
    }

    /** Uploads a good portrait, submits it and returns the capture's view. */
    public Http.Reply submit(Walk walk) {
        Http.Reply photo = shoot(walk, aPortrait()).expect(200);
        if (!photo.<Boolean>at("usable")) {
            throw new AssertionError("the drawn portrait is not usable: " + photo.at("complaints"));
        }
        return http.as(walk.token())
                .post(
                        "/api/v1/student/captures/" + walk.captureNo() + "/submissions",
                        Map.of("photoNo", photo.at("no")))
                .expect(200);
    }

    /** The request body for this many extra prints and their delivery address. */
    public static Map<String, Object> prints(int count) {
        return Map.of(
                "count",
                count,
                "address",
                Map.of("recipient", "王小明", "phone", "13812345678", "region", "北京市海淀区", "street", "学院路1号3号楼201"));
    }

    /** Pays the capture's order through the sandbox and lets the callback arrive. */
    public void pay(Walk walk) {
        Http student = http.as(walk.token());
        String bundle = student.post("/api/v1/student/orders/" + orderOf(walk) + "/payments", null)
                .expect(201)
                .at("parameters.package");
        http.as(null)
                .post("/sandbox/payments/" + bundle.substring("prepay_id=".length()) + "/pay", Map.of())
                .expect(200);
        jobs.runDue();
    }

    /** A bound student whose photo has been submitted and paid for. */
    public Walk aStudentInReview() {
        Walk walk = aBoundStudent();
        submit(walk);
        pay(walk);
        return walk;
    }

    /** A reviewer claims everything in the campaign and decides this capture; on return the decision has taken effect. */
    public void decide(Walk walk, String decision, List<String> reasons) {
        String reviewer = people.aReviewer();
        String no = claim(reviewer, walk);
        Map<String, Object> body = new HashMap<>(Map.of("decision", decision));
        if (!reasons.isEmpty()) {
            body.put("reasons", reasons);
        }
        http.as(reviewer)
                .post("/api/v1/review/reviews/" + no + "/decisions", body)
                .expect(200);
        clock.advance(Duration.ofSeconds(11));
        jobs.runDue();
    }

    /** Lets this reviewer claim the walk's review and returns its number. */
    public String claim(String reviewer, Walk walk) {
        Http.Reply claimed = http.as(reviewer)
                .post(
                        "/api/v1/review/claims",
                        Map.of("count", 50, "campaignNo", walk.campaign().no()))
                .expect(200);
        return claimed.list().stream()
                .filter(r -> walk.captureNo().equals(r.get("captureNo")))
                .map(r -> (String) r.get("no"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not claimed: " + claimed.text()));
    }

    /** An accepted student, by the shortest way. */
    public Walk anAcceptedStudent() {
        Walk walk = aStudentInReview();
        decide(walk, "ACCEPT", List.of());
        return walk;
    }

    /** The student gives the capture up. */
    public void giveUp(Walk walk) {
        http.as(walk.token())
                .post("/api/v1/student/captures/" + walk.captureNo() + "/cancellations", null)
                .expect(200);
    }

    /** The number of the capture's order. */
    public String orderOf(Walk walk) {
        return http.as(walk.token())
                .get("/api/v1/student/screens/captures/" + walk.captureNo())
                .expect(200)
                .at("card.order.no");
    }

    /** Runs the jobs that are due. */
    public void runDue() {
        jobs.runDue();
    }

    /** Lets minutes pass, until the channel has paid, refunded and called back what it was asked to. */
    public void settle() {
        for (int i = 0; i < 4; i++) {
            jobs.runDue();
            clock.advance(Duration.ofMinutes(1));
        }
        jobs.runDue();
    }

    /** The capture's status as its student sees it. */
    public String status(Walk walk) {
        return http.as(walk.token())
                .get("/api/v1/student/captures/" + walk.captureNo())
                .expect(200)
                .at("status");
    }

    /** The next step that the home screen suggests. */
    public String nextStep(Walk walk) {
        return http.as(walk.token())
                .get("/api/v1/student/screens/home")
                .expect(200)
                .at("nextStep.code");
    }
}
