package org.tucai.journey.random;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.tucai.campaign.AlreadyCaptured;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.CaptureMode;
import org.tucai.campaign.OnRejection;
import org.tucai.campaign.PayWhen;
import org.tucai.campaign.ProofreadingSilence;
import org.tucai.campaign.School;
import org.tucai.capturecode.CaptureCodeIssuer;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.CampaignFixtures.Terms;
import org.tucai.testing.CodeFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Rows;

/** The cast: one school, campaigns of every kind and some of random terms, a few students of two enrolments each, the unit's staff. */
@Singleton
class Stage {
    private static final int STUDENTS = 4;
    private static final int RANDOM_CAMPAIGNS = 3;

    final Http http;
    final Rows rows;
    final MutableClock clock;
    final CodeFixtures codes;
    private final People people;
    private final CampaignFixtures fixtures;
    final List<Campaign> campaigns = new ArrayList<>();
    final List<Student> students = new ArrayList<>();
    final List<Caller> reviewers = new ArrayList<>();
    Random random = new Random();
    Caller manager;

    /** Another manager, who settles what two reviewers disagree about; neither of the two may. */
    Caller arbiter;

    Caller client;

    Stage(Http http, Rows rows, MutableClock clock, CodeFixtures codes, People people, CampaignFixtures fixtures) {
        this.http = http;
        this.rows = rows;
        this.clock = clock;
        this.codes = codes;
        this.people = people;
        this.fixtures = fixtures;
    }

    /** A student: how to call as that person, and what the codes contain. */
    record Student(String name, String phone, Caller caller, List<CaptureCodeIssuer.Student> enrolments) {}

    /** Creates everything afresh. */
    void set(Random dice) {
        random = dice;
        List.of(campaigns, students, reviewers).forEach(List::clear);
        School school = fixtures.aSchool();
        openCampaigns(school);
        manager = staff(people.aManager());
        arbiter = staff(people.aManager());
        reviewers.add(staff(people.aReviewer()));
        reviewers.add(staff(people.aReviewer()));
        client = staff(people.aSchoolClient(school.no()));
        for (int i = 0; i < STUDENTS; i++) {
            students.add(student(i, school));
        }
    }

    private void openCampaigns(School school) {
        open(school, "fee1", t -> {});
        open(school, "pay1", t -> {
            t.payWhen = PayWhen.BEFORE_SHOOTING;
            t.triesAllowed = 3;
            t.proofreadingSilence = ProofreadingSilence.ASK_AGAIN;
            t.makeUpOpensAt = t.closesAt.plus(Duration.ofDays(10));
            t.makeUpClosesAt = t.closesAt.plus(Duration.ofDays(20));
        });
        open(school, "four", t -> {
            t.feeMinor = 0;
            t.fourEyes = true;
            t.alreadyCaptured = AlreadyCaptured.ALLOWED;
            t.proofreadingSilence = ProofreadingSilence.COUNTS_AS_CORRECT;
        });
        open(school, "site", t -> {
            t.mode = CaptureMode.ON_SITE;
            t.printsOffered = false;
            t.alreadyCaptured = AlreadyCaptured.REQUIRED;
        });
        open(school, "free", t -> {
            t.onRejection = OnRejection.FREE_RETAKE;
            t.triesAllowed = 2;
            t.alreadyCaptured = AlreadyCaptured.ALLOWED;
            t.closesAt = t.closesAt.plus(Duration.ofDays(60));
        });
        open(school, "early", t -> {
            t.mode = CaptureMode.ON_SITE;
            t.payWhen = PayWhen.BEFORE_SHOOTING;
            t.onRejection = OnRejection.FREE_RETAKE;
            t.fourEyes = true;
            t.alreadyCaptured = AlreadyCaptured.ALLOWED;
        });
        for (int i = 0; i < RANDOM_CAMPAIGNS; i++) {
            open(school, "dice" + i, this::roll);
        }
    }

    /** Terms that nobody thought of together. */
    private void roll(Terms t) {
        t.mode = chance(30) ? CaptureMode.ON_SITE : CaptureMode.ONLINE;
        t.payWhen = any(List.of(PayWhen.values()));
        t.onRejection = any(List.of(OnRejection.values()));
        t.feeMinor = chance(25) ? 0 : 1500;
        t.printsOffered = chance(70);
        t.printPriceMinor = chance(15) ? 0 : 1000;
        t.albumAllowed = chance(50);
        t.triesAllowed = 1 + random.nextInt(5);
        t.alreadyCaptured = any(List.of(AlreadyCaptured.values()));
        t.fourEyes = chance(25);
        t.proofreadingSilence = any(List.of(ProofreadingSilence.values()));
        t.disputeDays = random.nextInt(31);
        t.closesAt = t.closesAt.plus(Duration.ofDays(random.nextInt(60)));
        if (chance(30)) {
            t.makeUpOpensAt = t.closesAt.plus(Duration.ofDays(random.nextInt(15)));
            t.makeUpClosesAt = t.makeUpOpensAt.plus(Duration.ofDays(1 + random.nextInt(15)));
        }
    }

    private void open(School school, String featureCode, Consumer<Terms> change) {
        campaigns.add(fixtures.anOpenCampaign(school, t -> {
            t.featureCode = featureCode;
            change.accept(t);
        }));
    }

    private Caller staff(String token) {
        String[] latest = {token};
        return new Caller(http, () -> {
            latest[0] = people.again(latest[0]);
            return latest[0];
        });
    }

    private Student student(int i, School school) {
        String name = "sandbox-random" + i;
        Caller caller = new Caller(
                http,
                () -> http.post("/api/v1/student/wechat-sessions", Map.of("code", name))
                        .expect(200)
                        .at("accessToken"));
        String phone = "1390000010" + i;
        Student student = new Student(name, phone, caller, List.of(codes.aStudent(school), codes.aStudent(school)));
        linkPhone(student).expect(200);
        return student;
    }

    /** Links the phone number to the account, as somebody does who starts over. */
    Http.Reply linkPhone(Student student) {
        Http.Reply sent = http.post("/api/v1/student/sms-codes", Map.of("phone", student.phone()));
        if (sent.status() != 202) {
            return sent;
        }
        String code = people.sentCode(student.phone());
        return student.caller().post("/api/v1/student/account/phones", Map.of("phone", student.phone(), "code", code));
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    Student anyStudent() {
        return any(students);
    }

    Caller anyReviewer() {
        return chance(20) ? manager : any(reviewers);
    }

    /** A random one of the numbers that a query finds; empty when it finds none. */
    Optional<String> anyOf(String sql, Object... values) {
        List<String> found = rows.texts(sql, values);
        return found.isEmpty() ? Optional.empty() : Optional.of(any(found));
    }
}
