package org.tucai.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tucai.platform.job.DueJobs;
import org.tucai.platform.privacy.PhoneNumber;
import org.tucai.platform.web.Language;
import org.tucai.testing.Http;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Race;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** The codes that verify a phone number: when they are sent, how often, and what entering one does. */
@TucaiTest
class SmsCodeIT {
    private static final String PHONE = "13812345678";

    private final Http http;
    private final People people;
    private final SmsCodeService smsCodes;
    private final Rows rows;
    private final DueJobs jobs;
    private final MutableClock clock;

    SmsCodeIT(Http http, People people, SmsCodeService smsCodes, Rows rows, DueJobs jobs, MutableClock clock) {
        this.http = http;
        this.people = people;
        this.smsCodes = smsCodes;
        this.rows = rows;
        this.jobs = jobs;
        this.clock = clock;
    }

    private Http.Reply byPhone(String phone, String code) {
        return http.post("/api/v1/student/phone-sessions", Map.of("phone", phone, "code", code));
    }

    private Http.Reply byPhone(String phone, String code, String key) {
        return http.post(
                "/api/v1/student/phone-sessions", Map.of("phone", phone, "code", code), "Idempotency-Key", key);
    }

    private static byte[] body(String phone, String code) {
        return "{\"phone\":\"%s\",\"code\":\"%s\"}".formatted(phone, code).getBytes(StandardCharsets.UTF_8);
    }

    private Http.Reply byWeChat(String who) {
        return http.post("/api/v1/student/wechat-sessions", Map.of("code", "sandbox-" + who));
    }

    private Http.Reply sendCode(String phone) {
        return http.post("/api/v1/student/sms-codes", Map.of("phone", phone));
    }

    private Http.Reply account(String token) {
        return http.as(token).get("/api/v1/student/account");
    }

    private static String other(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    @Test
    void anSmsCodeIsValidOnceForFiveMinutesAndForItsOwnNumber() {
        String code = people.smsCode(PHONE);
        people.smsCode("13900000003");
        byPhone("13900000003", code).expectProblem(401, "sms-code-wrong");
        byPhone(PHONE, code).expect(200);
        byPhone(PHONE, code).expectProblem(401, "sms-code-expired");

        clock.advance(Duration.ofMinutes(1));
        String late = people.smsCode(PHONE);
        clock.advance(Duration.ofMinutes(5));

        byPhone(PHONE, late).expectProblem(401, "sms-code-expired");
        byPhone("13900000004", late).expectProblem(401, "sms-code-expired");
    }

    /** The code is used and no other is sent within the minute; without this the student would have to wait for that one. */
    @Test
    void aPhoneThatLostTheAnswerToItsSignInRepeatsTheRequest() {
        String code = people.smsCode(PHONE);
        String first = byPhone(PHONE, code, "key-1").expect(200).at("accessToken");
        clock.advance(Duration.ofSeconds(119));

        String again = byPhone(PHONE, code, "key-1").expect(200).at("accessToken");

        assertThat(account(again).<String>at("no")).isEqualTo(account(first).at("no"));
        clock.advance(Duration.ofSeconds(1));
        byPhone(PHONE, code, "key-1").expectProblem(401, "sms-code-expired");
    }

    @Test
    void onlyTheRequestThatUsedAnSmsCodeIsRepeated() {
        String code = people.smsCode(PHONE);
        byPhone(PHONE, code, "key-1").expect(200);

        byPhone(PHONE, code, "key-2").expectProblem(401, "sms-code-expired");
        byPhone(PHONE, other(code), "key-1").expectProblem(401, "sms-code-expired");
        byPhone("13900000003", code, "key-1").expectProblem(401, "sms-code-expired");
        http.send("POST", "/api/v1/student/phone-sessions", "application/json", body(PHONE, code))
                .expectProblem(401, "sms-code-expired");
        byPhone(PHONE, code, "key-1").expect(200);
    }

    @Test
    void aRequestWithoutKeyIsNotRepeated() {
        byte[] body = body(PHONE, people.smsCode(PHONE));
        http.send("POST", "/api/v1/student/phone-sessions", "application/json", body)
                .expect(200);

        http.send("POST", "/api/v1/student/phone-sessions", "application/json", body)
                .expectProblem(401, "sms-code-expired");
    }

    @Test
    void aNewSmsCodeEndsTheRepetitionOfTheLast() {
        String code = people.smsCode(PHONE);
        byPhone(PHONE, code, "key-1").expect(200);
        clock.advance(Duration.ofMinutes(1));
        sendCode(PHONE).expect(202);

        Http.Reply repeated = byPhone(PHONE, code, "key-1");

        assertThat(repeated.status()).isEqualTo(401);
    }

    @Test
    void bothOfTwoRequestsWithTheSameKeyAtOnceSignIn() throws Exception {
        String code = people.smsCode(PHONE);
        Callable<Integer> use = () -> byPhone(PHONE, code, "key-1").status();

        assertThat(Race.answers(use, use)).containsExactly(200, 200);
        assertThat(rows.number("SELECT COUNT(*) FROM account")).isEqualTo(1);
    }

    @Test
    void theKeyOfASignInMayNotBeEmptyOrLong() {
        byPhone(PHONE, "123456", "").expectPlainProblem(422, "invalid-fields");
        byPhone(PHONE, "123456", "k".repeat(65)).expectPlainProblem(422, "invalid-fields");
    }

    /** The work had begun when the database failed: the code is used, the number is not linked. */
    @Test
    void whoLinksANumberMayRepeatItAfterAFailure() {
        String token = byWeChat("li").at("accessToken");
        String code = people.smsCode(PHONE);
        SmsCodeService.Entry entry = new SmsCodeService.Entry(new PhoneNumber(PHONE), code, "key-1", "127.0.0.1");
        assertThat(smsCodes.redeem(entry)).isEqualTo(SmsCodeService.Verdict.RIGHT);

        http.as(token)
                .post(
                        "/api/v1/student/account/phones",
                        Map.of("phone", PHONE, "code", code),
                        "Idempotency-Key",
                        "key-1")
                .expect(200);

        assertThat(account(token).<Boolean>at("phoneVerified")).isTrue();
    }

    @Test
    void fiveWrongEntriesInvalidateAnSmsCode() {
        String code = people.smsCode(PHONE);
        for (int i = 0; i < 5; i++) {
            byPhone(PHONE, other(code)).expectProblem(401, "sms-code-wrong");
        }

        byPhone(PHONE, code).expectProblem(401, "sms-code-locked");
    }

    @Test
    void codesAreSentAMinuteApartAndTenTimesADay() {
        sendCode(PHONE).expect(202);
        clock.advance(Duration.ofMillis(500));
        Http.Reply soon = sendCode(PHONE).expectProblem(429, "sms-too-soon");
        assertThat(soon.header("Retry-After")).isEqualTo("60");
        assertThat(soon.<String>at("detail")).contains("60");
        for (int i = 1; i < 10; i++) {
            clock.advance(Duration.ofMinutes(1));
            smsCodes.send(new PhoneNumber(PHONE), Language.ZH, "198.51.100." + i);
        }
        clock.advance(Duration.ofMinutes(1));
        jobs.runRecurring("sms-code-cleanup");
        clock.setTo(Instant.parse("2026-04-20T15:59:30Z")); // half a minute before midnight in China
        Http.Reply tomorrow = sendCode(PHONE).expectProblem(429, "sms-daily-limit");
        assertThat(tomorrow.header("Retry-After")).isEqualTo("30");

        clock.advance(Duration.ofSeconds(30));

        sendCode(PHONE).expect(202);
    }

    @Test
    void nobodyWaitsLongerForACodeBecauseTheClockWasSetBack() {
        sendCode(PHONE).expect(202);

        clock.advance(Duration.ofHours(-1));

        sendCode(PHONE).expect(202);
        sendCode(PHONE).expectProblem(429, "sms-too-soon");
    }

    /** Otherwise anybody who knows a number could lock its owner out for the day. */
    @Test
    void oneAddressCannotUseUpTheSmsCodesOfAPhoneNumber() {
        for (int i = 0; i < 5; i++) {
            sendCode(PHONE).expect(202);
            clock.advance(Duration.ofMinutes(1));
        }

        Http.Reply refused = sendCode(PHONE).expectPlainProblem(429, "sms-share-spent");

        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(86_000, 86_400);
        sendCode("13900000009").expect(202);
        smsCodes.send(new PhoneNumber(PHONE), Language.ZH, "198.51.100.7"); // the owner, from elsewhere
        clock.advance(Duration.ofDays(1));
        sendCode(PHONE).expect(202);
    }

    @Test
    void aStudentWhoEntersTheCodesMayRequestAllOfTheDay() {
        for (int i = 0; i < 10; i++) {
            byPhone(PHONE, people.smsCode(PHONE)).expect(200);
            clock.advance(Duration.ofMinutes(1));
        }
        sendCode(PHONE).expectProblem(429, "sms-daily-limit");
    }

    @Test
    void ofTwoUsesOfAnSmsCodeAtOnceOneSignsIn() throws Exception {
        for (int round = 0; round < 5; round++) {
            String phone = "1380000100" + round;
            String code = people.smsCode(phone);
            Callable<Integer> use = () -> byPhone(phone, code).status();

            assertThat(Race.answers(use, use)).containsExactlyInAnyOrder(200, 401);
        }
    }

    @Test
    void ofTwoCodesAskedForAtOnceOneIsSent() throws Exception {
        for (int round = 0; round < 5; round++) {
            String phone = "1380000200" + round;
            Callable<Integer> ask = () -> sendCode(phone).status();

            assertThat(Race.answers(ask, ask)).containsExactlyInAnyOrder(202, 429);
        }
    }

    @Test
    void aPhoneNumberAndItsCodeAreAcceptedHoweverAPhoneKeyboardTypesThem() {
        sendCode(" +86 １３８-1234-５６７８").expect(202);
        String code = people.sentCode(PHONE);
        String typed =
                code.chars().mapToObj(c -> Character.toString(c - '0' + '０')).collect(Collectors.joining());

        String token =
                byPhone("\u202d" + PHONE + "\u202c", typed + "　").expect(200).at("accessToken");

        assertThat(account(token).<String>at("phone")).isEqualTo("138****5678");
    }
}
