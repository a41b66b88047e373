package org.tucai.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucai.notification.Channel;
import org.tucai.notification.RecipientDirectory;
import org.tucai.platform.job.DueJobs;
import org.tucai.platform.job.Lines;
import org.tucai.platform.privacy.PhoneNumber;
import org.tucai.platform.privacy.SealBrokenException;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.web.Language;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.CodeFixtures;
import org.tucai.testing.HeldTransaction;
import org.tucai.testing.Http;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Race;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

@TucaiTest
class AccountIT {
    private static final String PHONE = "13812345678";

    private final Http http;
    private final People people;
    private final AccountService accounts;
    private final RecipientDirectory recipients;
    private final CampaignFixtures campaigns;
    private final CodeFixtures codes;
    private final SmsCodeService smsCodes;
    private final SignInService signIns;
    private final StudentSignIn signIn;
    private final HeldTransaction held;
    private final Rows rows;
    private final DueJobs jobs;
    private final MutableClock clock;

    AccountIT(
            Http http,
            People people,
            AccountService accounts,
            RecipientDirectory recipients,
            CampaignFixtures campaigns,
            CodeFixtures codes,
            SmsCodeService smsCodes,
            SignInService signIns,
            StudentSignIn signIn,
            HeldTransaction held,
            Rows rows,
            DueJobs jobs,
            MutableClock clock) {
        this.http = http;
        this.people = people;
        this.accounts = accounts;
        this.recipients = recipients;
        this.campaigns = campaigns;
        this.codes = codes;
        this.smsCodes = smsCodes;
        this.signIns = signIns;
        this.signIn = signIn;
        this.held = held;
        this.rows = rows;
        this.jobs = jobs;
        this.clock = clock;
    }

    private Http.Reply byPhone(String phone, String code) {
        return http.post("/api/v1/student/phone-sessions", Map.of("phone", phone, "code", code));
    }

    private Http.Reply byWeChat(String who) {
        return http.post("/api/v1/student/wechat-sessions", Map.of("code", "sandbox-" + who));
    }

    private Http.Reply sendCode(String phone) {
        return http.post("/api/v1/student/sms-codes", Map.of("phone", phone));
    }

    private Http.Reply link(String token, String phone, String code) {
        return http.as(token).post("/api/v1/student/account/phones", Map.of("phone", phone, "code", code));
    }

    private Http.Reply account(String token) {
        return http.as(token).get("/api/v1/student/account");
    }

    private static String other(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    @Test
    void nobodyWaitsForAWeChatThatDoesNotAnswer() {
        CountDownLatch never = new CountDownLatch(1);
        WeChatLogin hanging = code -> {
            try {
                assertThat(never.await(5, TimeUnit.SECONDS))
                        .as("still waited for")
                        .isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Optional.of("openid-too-late");
        };
        Lines lines = new Lines(clock, Duration.ofMinutes(1), Duration.ofMillis(200));
        StudentSignIn hurried = new StudentSignIn(accounts, smsCodes, signIns, Optional.of(hanging), lines);

        assertThatThrownBy(() -> hurried.byWeChat("code", Language.ZH, "phone"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem()).isEqualTo(AccountProblem.WECHAT_UNAVAILABLE));
    }

    @Test
    void whoLinksAWeChatThatSignsInForTheFirstTimeAtThatMomentGetsItAllTheSame() {
        String account = accounts.withPhone(new PhoneNumber(PHONE), Language.ZH);

        whileTheAccountIsHeld(
                account,
                () -> signIn.linkWeChat(account, "sandbox-li"),
                () -> byWeChat("li").expect(200));

        assertThat(account(byWeChat("li").at("accessToken")).<String>at("no")).isEqualTo(account);
        assertThat(rows.number("SELECT COUNT(*) FROM account")).isEqualTo(1);
    }

    @Test
    void whoLinksANumberThatSignsInForTheFirstTimeAtThatMomentGetsItAllTheSame() {
        String account = accounts.withOpenid("openid-li", Language.ZH);
        String code = people.smsCode(PHONE);
        PhoneNumber phone = new PhoneNumber(PHONE);

        whileTheAccountIsHeld(
                account,
                () -> signIn.linkPhone(account, new SmsCodeService.Entry(phone, code, null, "127.0.0.1"), "phone"),
                () -> signIns.byPhone(phone, Language.ZH, "phone"));

        assertThat(accounts.find(phone)).isPresent();
        assertThat(rows.number("SELECT COUNT(*) FROM account")).isEqualTo(1);
    }

    /** The link has found no other account when the sign-in creates one. */
    private void whileTheAccountIsHeld(String account, Runnable link, Runnable firstSignIn) {
        AtomicReference<CompletableFuture<Void>> linking = new AtomicReference<>();
        held.watchedBy(() -> accounts.speak(account, Language.ZH), () -> {
            linking.set(CompletableFuture.runAsync(link));
            rows.awaitExecuting("SELECT * FROM account WHERE no = %");
            firstSignIn.run();
        });
        linking.get().join();
    }

    @Test
    void aDamagedNumberStillLetsTheOwnerReplaceItAndBeReachedByWeChat() {
        String token = byWeChat("li").at("accessToken");
        String accountNo = account(token).at("no");
        link(token, PHONE, people.smsCode(PHONE)).expect(200);
        rows.change("UPDATE account SET phone = 'AAAA'");

        assertThat(recipients.recipient(accountNo, Channel.SUBSCRIBE))
                .hasValueSatisfying(r -> assertThat(r.openid()).isEqualTo("openid-li"));
        assertThatThrownBy(() -> recipients.recipient(accountNo, Channel.SMS))
                .isInstanceOf(SealBrokenException.class)
                .hasMessageContaining("account.phone");
        Http.Reply linked =
                link(token, "13812345679", people.smsCode("13812345679")).expect(200);

        assertThat(linked.<String>at("account.phone")).isEqualTo("138****5679");
    }

    @Test
    void anAccountWithADamagedNumberIsClosed() {
        String token = people.aStudent(PHONE);
        rows.change("UPDATE account SET phone = 'AAAA'");

        http.as(token).delete("/api/v1/student/account").expect(204);

        assertThat(rows.number("SELECT COUNT(*) FROM account WHERE phone IS NOT NULL"))
                .isZero();
    }

    @Test
    void aPhoneNumberHasOneAccountAndIsShownMasked() {
        String first = people.aStudent(PHONE);
        clock.advance(Duration.ofMinutes(1));
        String second = people.aStudent(PHONE);

        Http.Reply view = account(first).expect(200);
        assertThat(view.<String>at("no")).isEqualTo(account(second).at("no")).startsWith("acc_");
        assertThat(view.<String>at("phone")).isEqualTo("138****5678");
        assertThat(view.<Boolean>at("phoneVerified")).isTrue();
        assertThat(view.<Boolean>at("wechatLinked")).isFalse();
        assertThat(view.text()).doesNotContain(PHONE);
    }

    @Test
    void aWeChatAccountIsUnverifiedUntilAPhoneNumberIsLinked() {
        String token = byWeChat("li").expect(200).at("accessToken");
        String accountNo = account(token).at("no");
        assertThatThrownBy(() -> accounts.requireVerified(accountNo))
                .isInstanceOf(ProblemException.class)
                .hasMessage("phone-not-verified");

        Http.Reply linked = link(token, PHONE, people.smsCode(PHONE)).expect(200);

        assertThat(linked.<Object>at("tokens")).isNull();
        assertThat(linked.<Boolean>at("account.phoneVerified")).isTrue();
        accounts.requireVerified(accountNo);
        clock.advance(Duration.ofMinutes(1));
        assertThat(account(people.aStudent(PHONE)).<String>at("no")).isEqualTo(accountNo);
    }

    @Test
    void linkingAPhoneNumberMergesTheWeChatAccountIntoThePhoneAccount() {
        String byPhone = people.aStudent(PHONE);
        String accountNo = account(byPhone).at("no");
        String byWeChat = byWeChat("li").at("accessToken");
        clock.advance(Duration.ofMinutes(1));

        Http.Reply linked = link(byWeChat, PHONE, people.smsCode(PHONE)).expect(200);

        assertThat(linked.<String>at("account.no")).isEqualTo(accountNo);
        assertThat(account(linked.at("tokens.accessToken")).<Boolean>at("wechatLinked"))
                .isTrue();
        assertThat(account(byWeChat).status()).isEqualTo(401);
        assertThat(account(byPhone).status()).isEqualTo(200);
        assertThat(account(byWeChat("li").at("accessToken")).<String>at("no")).isEqualTo(accountNo);
    }

    @Test
    void codesAndTicksOfAWeChatAccountMoveToThePhoneAccount() {
        people.aStudent(PHONE);
        String byWeChat = byWeChat("li").at("accessToken");
        String codeNo = http.as(byWeChat)
                .post("/api/v1/student/codes", Map.of("text", codes.aCode(campaigns.aSchool())))
                .expect(201)
                .at("no");
        http.as(byWeChat)
                .post("/api/v1/student/codes/" + codeNo + "/confirmations", Map.of("lastFour", CodeFixtures.LAST_FOUR))
                .expect(200);
        http.as(byWeChat)
                .post("/api/v1/student/subscription-ticks", Map.of("templates", List.of("REJECTED")))
                .expect(200);
        clock.advance(Duration.ofMinutes(2));

        Http student =
                http.as(link(byWeChat, PHONE, people.smsCode(PHONE)).expect(200).at("tokens.accessToken"));

        assertThat(student.get("/api/v1/student/codes/" + codeNo).expect(200).<Boolean>at("confirmed"))
                .isTrue();
        assertThat(Http.column(student.get("/api/v1/student/subscription-ticks").list(), "remaining"))
                .containsOnlyOnce(1);
    }

    @Test
    void linkingWeChatMergesAnUnusedWeChatAccountAndRefusesAUsedOne() {
        byWeChat("empty").expect(200);
        String full = byWeChat("full").at("accessToken");
        link(full, "13900000001", people.smsCode("13900000001")).expect(200);
        String student = people.aStudent(PHONE);

        http.as(student)
                .post("/api/v1/student/account/wechat-links", Map.of("code", "sandbox-full"))
                .expectProblem(409, "wechat-taken");
        http.as(student)
                .post("/api/v1/student/account/wechat-links", Map.of("code", "sandbox-empty"))
                .expect(200);

        String accountNo = account(student).at("no");
        assertThat(account(byWeChat("empty").at("accessToken")).<String>at("no"))
                .isEqualTo(accountNo);
        assertThat(recipients.recipient(accountNo, Channel.SMS)).hasValueSatisfying(r -> {
            assertThat(r.phone()).isEqualTo(new PhoneNumber(PHONE));
            assertThat(r.toString()).doesNotContain(PHONE);
        });
        assertThat(recipients.recipient(accountNo, Channel.SUBSCRIBE)).hasValueSatisfying(r -> {
            assertThat(r.openid()).isEqualTo("openid-empty");
            assertThat(r.toString()).doesNotContain("openid");
        });
    }

    @Test
    void aPhoneNumberOfAnotherUsedAccountIsRefused() {
        people.aStudent(PHONE);
        String other = people.aStudent("13900000002");
        clock.advance(Duration.ofMinutes(1));

        link(other, PHONE, people.smsCode(PHONE)).expectProblem(409, "phone-taken");
    }

    /** If they were joined, one would lose its account to the other. */
    @Test
    void twoWeChatAccountsCannotBeMerged() {
        String first = byWeChat("first").at("accessToken");
        String second = byWeChat("second").at("accessToken");

        http.as(first)
                .post("/api/v1/student/account/wechat-links", Map.of("code", "sandbox-second"))
                .expectPlainProblem(409, "wechat-taken");
        link(first, PHONE, people.smsCode(PHONE)).expect(200);
        clock.advance(Duration.ofMinutes(1));
        link(second, PHONE, people.smsCode(PHONE)).expectPlainProblem(409, "phone-taken");

        assertThat(account(byWeChat("first").at("accessToken")).<Boolean>at("phoneVerified"))
                .isTrue();
        assertThat(account(byWeChat("second").at("accessToken")).<Boolean>at("phoneVerified"))
                .isFalse();
    }

    @Test
    void theFormerPhoneNumberIsToldThatItWasReplaced() {
        String token = people.aStudent(PHONE);
        String number = "13900000005";

        link(token, number, people.smsCode(number)).expect(200);

        assertThat(sent(PHONE)).containsOnlyOnce("您的账号已改用139****0005登录").doesNotContain(number);
        assertThat(sent(number)).doesNotContain("您的账号已改用");
        clock.advance(Duration.ofMinutes(1));
        link(token, number, people.smsCode(number)).expect(200);
        assertThat(sent(number)).doesNotContain("您的账号已改用");
    }

    private String sent(String phone) {
        jobs.runDue();
        return http.get("/sandbox/messages?to=" + phone).expect(200).text();
    }

    /** A client that gets 401 signs its student out. */
    @Test
    void wrongEntriesOfASignedInStudentDoNotEndTheSession() {
        String token = byWeChat("li").at("accessToken");
        String code = people.smsCode(PHONE);

        link(token, PHONE, other(code)).expectPlainProblem(422, "phone-code-wrong");
        http.as(token)
                .post("/api/v1/student/account/wechat-links", Map.of("code", "real-one"))
                .expectPlainProblem(422, "wechat-link-invalid");
        for (int i = 1; i < 5; i++) {
            link(token, PHONE, other(code));
        }
        link(token, PHONE, code).expectPlainProblem(422, "phone-code-locked");
        clock.advance(Duration.ofMinutes(2));
        String late = people.smsCode(PHONE);
        clock.advance(Duration.ofMinutes(6));
        link(token, PHONE, late).expectPlainProblem(422, "phone-code-expired");

        assertThat(account(token).<Boolean>at("phoneVerified")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "wechat-links | {'code': 'real-one'} | wechat-link-invalid",
                "phones | {'phone': '13812345678', 'code': '123456'} | phone-code-expired"
            })
    void wrongEntriesOfASignedInStudentCountLikeFailedSignIns(String door, String body, String problem) {
        Http student = http.as(byWeChat("li").at("accessToken"));
        String wrong = body.replace('\'', '"');
        for (int i = 0; i < 100; i++) {
            student.post("/api/v1/student/account/" + door, wrong).expectProblem(422, problem);
        }

        student.post("/api/v1/student/account/" + door, wrong).expectProblem(429, "too-many-failed-logins");
    }

    @Test
    void twoFirstSignInsAtOnceMakeOneAccount() throws Exception {
        for (int round = 0; round < 10; round++) {
            String who = "twin" + round;
            Callable<String> signIn =
                    () -> account(byWeChat(who).expect(200).at("accessToken")).at("no");

            List<String> nos = Race.answers(signIn, signIn);

            assertThat(nos.get(0)).isEqualTo(nos.get(1));
        }
    }

    @Test
    void messagesAreInTheLanguageOfTheAccount() {
        String token = people.aStudent(PHONE);

        http.as(token)
                .patch("/api/v1/student/account", Map.of("language", "EN"))
                .expect(200);

        assertThat(recipients
                        .recipient(account(token).at("no"), Channel.SMS)
                        .orElseThrow()
                        .language())
                .isEqualTo(Language.EN);
    }

    @Test
    void badInputIsNamed() {
        http.post("/api/v1/student/wechat-sessions", Map.of("code", "real-one"))
                .expectProblem(401, "wechat-code-invalid");
        sendCode("12345").expectProblem(422, "invalid-fields");
        byPhone(PHONE, "12345").expectProblem(422, "invalid-fields");
        http.post("/api/v1/student/phone-sessions", "{").expectProblem(400, "malformed-request");
    }
}
