package org.tucai.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.School;
import org.tucai.capture.BindCapture;
import org.tucai.capture.BindingService;
import org.tucai.capture.CaptureService;
import org.tucai.capture.CaptureStatus;
import org.tucai.capture.ConsentNotice;
import org.tucai.capturecode.CaptureCode;
import org.tucai.capturecode.CaptureCodeService;
import org.tucai.platform.job.DueJobs;
import org.tucai.platform.privacy.PhoneNumber;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.web.Language;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.CodeFixtures;
import org.tucai.testing.HeldTransaction;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.Journeys.Walk;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** 注销账号: unfinished captures are deleted at once, accepted ones go on without the account. */
@TucaiTest
class AccountClosingIT {
    private static final String ACCOUNT = "/api/v1/student/account";

    private final Http http;
    private final Journeys journeys;
    private final People people;
    private final CaptureService captures;
    private final AccountService accounts;
    private final UnclaimedAccountService unclaimed;
    private final CampaignFixtures campaigns;
    private final CodeFixtures codes;
    private final DueJobs jobs;
    private final MutableClock clock;
    private final Rows rows;
    private final HeldTransaction held;
    private final AccountClosingService closing;
    private final CaptureCodeService codeService;
    private final BindingService binding;
    private final ConsentNotice notice;

    AccountClosingIT(
            Http http,
            Journeys journeys,
            People people,
            CaptureService captures,
            AccountService accounts,
            UnclaimedAccountService unclaimed,
            CampaignFixtures campaigns,
            CodeFixtures codes,
            DueJobs jobs,
            MutableClock clock,
            Rows rows,
            HeldTransaction held,
            AccountClosingService closing,
            CaptureCodeService codeService,
            BindingService binding,
            ConsentNotice notice) {
        this.http = http;
        this.journeys = journeys;
        this.people = people;
        this.captures = captures;
        this.accounts = accounts;
        this.unclaimed = unclaimed;
        this.campaigns = campaigns;
        this.codes = codes;
        this.jobs = jobs;
        this.clock = clock;
        this.rows = rows;
        this.held = held;
        this.closing = closing;
        this.codeService = codeService;
        this.binding = binding;
        this.notice = notice;
    }

    @Test
    void anAccountWithoutCapturesIsDeletedWithItsSessions() {
        String phone = "13711110001";
        String token = people.aStudent(phone);
        String no = http.as(token).get(ACCOUNT).at("no");

        http.as(token).delete(ACCOUNT).expect(204);

        http.as(token).get(ACCOUNT).expect(401);
        assertThat(rows.number("SELECT COUNT(*) FROM account WHERE no = ?", no)).isZero();
        clock.advance(Duration.ofMinutes(2));
        assertThat(http.as(people.aStudent(phone)).get(ACCOUNT).<String>at("no"))
                .isNotEqualTo(no);
    }

    @Test
    void openedCodesAreDeletedWithTheAccount() {
        String token = people.aStudent();
        String code = codes.aCode(campaigns.aSchool());
        http.as(token).post("/api/v1/student/codes", Map.of("text", code)).expect(201);

        http.as(token).delete(ACCOUNT).expect(204);

        assertThat(rows.number("SELECT COUNT(*) FROM opened_code")).isZero();
    }

    /** They contain what codes and captures say about the student. */
    @Test
    void storedAnswersAreDeletedWithTheAccountButNotThoseOfOthers() {
        String kept =
                "SELECT COUNT(*) FROM idempotency_record WHERE body IS NOT NULL AND caller = CONCAT('STUDENT:', ?)";
        Walk walk = journeys.anAcceptedStudent();
        Walk other = journeys.anAcceptedStudent();
        String accountNo = captures.require(walk.captureNo()).accountNo();
        assertThat(rows.number(kept, accountNo)).isPositive();

        http.as(walk.token()).delete(ACCOUNT).expect(204);

        assertThat(rows.number(kept, accountNo)).isZero();
        assertThat(rows.number(kept, captures.require(other.captureNo()).accountNo()))
                .isPositive();
    }

    @Test
    void aCodeBoundAtTheMomentOfClosingIsReleasedForTheNextAccount() {
        Binding begun = aConfirmedCode();

        held.of(begun::finish, () -> closing.close(begun.accountNo()));

        assertTheCodeIsFree(begun);
    }

    @Test
    void anAccountBeingClosedCannotBindACode() {
        Binding begun = aConfirmedCode();

        held.of(
                () -> closing.close(begun.accountNo()),
                () -> assertThatThrownBy(begun::finish)
                        .isInstanceOfSatisfying(
                                ProblemException.class,
                                e -> assertThat(e.problem()).isEqualTo(PlatformProblem.NOT_FOUND)));

        assertTheCodeIsFree(begun);
    }

    /** A student about to bind a code. */
    private record Binding(String accountNo, String code, Campaign campaign, Runnable last) {
        void finish() {
            last.run();
        }
    }

    private Binding aConfirmedCode() {
        School school = campaigns.aSchool();
        Campaign campaign = campaigns.anOpenCampaign(school, t -> {});
        String accountNo = accounts.withPhone(new PhoneNumber("13711110009"), Language.ZH);
        String text = codes.aCode(school);
        String codeNo = codeService.open(text, accountNo).no();
        CaptureCode code = codeService.confirm(codeNo, accountNo, CodeFixtures.LAST_FOUR);
        BindCapture wish = new BindCapture(campaign.featureCode(), notice.version());
        return new Binding(accountNo, text, campaign, () -> binding.bind(accountNo, code, wish));
    }

    private void assertTheCodeIsFree(Binding begun) {
        assertThat(rows.number("SELECT COUNT(*) FROM capture WHERE facts_sealed IS NOT NULL"))
                .isZero();
        journeys.createCapture(people.aStudent("13711110009"), begun.campaign(), begun.code())
                .expect(201);
    }

    @Test
    void anUnfinishedCaptureIsGivenUpAndRefunded() {
        Walk walk = journeys.aStudentInReview();

        http.as(walk.token()).delete(ACCOUNT).expect(204);
        jobs.runDue();
        clock.advance(Duration.ofMinutes(5));
        jobs.runDue();

        assertThat(captures.require(walk.captureNo()).status()).isEqualTo(CaptureStatus.WITHDRAWN);
        assertThat(captures.require(walk.captureNo()).factsSealed()).isNull();
        Http.Reply orders = http.as(people.aManager())
                .get("/api/v1/admin/orders?campaignNo=" + walk.campaign().no());
        assertThat(orders.<String>at("items.0.status")).isEqualTo("REFUNDED");
    }

    @Test
    void anAcceptedPictureGoesOnAndMayBeTakenOverByANewAccount() {
        Walk walk = journeys.anAcceptedStudent();
        String accountNo = captures.require(walk.captureNo()).accountNo();

        http.as(walk.token()).delete(ACCOUNT).expect(204);

        assertThat(captures.require(walk.captureNo()).status()).isEqualTo(CaptureStatus.ACCEPTED);
        assertThat(unclaimed.isUnclaimed(accountNo)).isTrue();
        assertThat(rows.number("SELECT COUNT(*) FROM account WHERE phone IS NOT NULL"))
                .isZero();
    }

    @Test
    void eachEnrolmentOfAClosedAccountMayBeTakenOverByANewAccount() {
        School school = campaigns.aSchool();
        Campaign campaign = campaigns.anOpenCampaign(school, t -> t.feeMinor = 0);
        String token = people.aStudent();
        List<String> both = List.of(codes.aCode(school), codes.aCode(school));
        for (String code : both) {
            Walk walk = journeys.bind(token, campaign, code);
            journeys.submit(walk);
            journeys.decide(walk, "ACCEPT", List.of());
        }
        String former = http.as(token).get(ACCOUNT).at("no");
        http.as(token).delete(ACCOUNT).expect(204);

        String again = people.aStudent();
        journeys.createCapture(again, campaign, both.getFirst()).expect(201);
        assertThat(unclaimed.isUnclaimed(former)).isTrue();
        journeys.createCapture(again, campaign, both.getLast()).expect(201);

        assertThat(unclaimed.isUnclaimed(former)).as("there still").isFalse();
    }

    /** Messages about its refunds would otherwise be written to it, and neither read nor deleted by anybody. */
    @Test
    void aClosedAccountIsGoneOnceItsPicturesAreTakenOverWhateverElseWasGivenUpWithIt() {
        School school = campaigns.aSchool();
        Campaign campaign = campaigns.anOpenCampaign(school, t -> t.feeMinor = 0);
        String token = people.aStudent();
        String accepted = codes.aCode(school);
        Walk walk = journeys.bind(token, campaign, accepted);
        journeys.submit(walk);
        journeys.decide(walk, "ACCEPT", List.of());
        journeys.bind(token, campaign, codes.aCode(school));
        String former = http.as(token).get(ACCOUNT).at("no");
        http.as(token).delete(ACCOUNT).expect(204);

        journeys.createCapture(people.aStudent(), campaign, accepted).expect(201);

        assertThat(rows.number("SELECT COUNT(*) FROM account WHERE no = ?", former))
                .isZero();
    }

    @Test
    void onlyTheSignedInStudentMayCloseTheAccount() {
        http.as(people.aReviewer()).delete(ACCOUNT).expectProblem(403, "forbidden");
        http.as(null).delete(ACCOUNT).expect(401);
    }
}
