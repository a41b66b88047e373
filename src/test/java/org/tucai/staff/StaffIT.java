package org.tucai.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucai.platform.job.DueJobs;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.testing.HeldTransaction;
import org.tucai.testing.Http;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Race;
import org.tucai.testing.TucaiTest;

@TucaiTest
class StaffIT {
    private final Http http;
    private final People people;
    private final FirstStaffMember firstStaffMember;
    private final StaffSignIn signIn;
    private final LostPassword lostPassword;
    private final MutableClock clock;
    private final HeldTransaction held;

    StaffIT(
            Http http,
            People people,
            FirstStaffMember firstStaffMember,
            StaffSignIn signIn,
            LostPassword lostPassword,
            MutableClock clock,
            HeldTransaction held) {
        this.http = http;
        this.people = people;
        this.firstStaffMember = firstStaffMember;
        this.signIn = signIn;
        this.lostPassword = lostPassword;
        this.clock = clock;
        this.held = held;
    }

    private Http.Reply signIn(String name, String password) {
        return http.post("/api/v1/review/sessions", Map.of("name", name, "password", password));
    }

    private Http.Reply create(String manager, String name, String role) {
        return http.as(manager).post("/api/v1/admin/staff", Map.of("name", name, "displayName", "王老师", "role", role));
    }

    private String activated(String name, String oneTime) {
        return http.post(
                        "/api/v1/review/sessions",
                        Map.of("name", name, "password", oneTime, "newPassword", People.PASSWORD))
                .expect(200)
                .at("accessToken");
    }

    @Test
    void staffAreFoundByRoleStateAndAPartOfEitherName() {
        String manager = people.aManager();
        String wang = create(manager, "wang.jie", "REVIEWER").expect(201).at("staff.no");
        String li = create(manager, "li.na", "REVIEWER").expect(201).at("staff.no");
        String chief = create(manager, "chief", "MANAGER").expect(201).at("staff.no");
        Http as = http.as(manager);
        as.patch("/api/v1/admin/staff/" + li, Map.of("displayName", "李娜"), "If-Match", "*")
                .expect(200);
        as.post("/api/v1/admin/staff/" + wang + "/disablings", null).expect(200);

        assertThat(listed(as, "?role=REVIEWER")).containsExactlyInAnyOrder(wang, li);
        assertThat(listed(as, "?active=false")).containsExactly(wang);
        assertThat(listed(as, "?active=true&role=REVIEWER")).containsExactly(li);
        assertThat(listed(as, "?search=JIE")).containsExactly(wang);
        assertThat(listed(as, "?search=%E6%9D%8E")).containsExactly(li);
        assertThat(listed(as, "?search=%E7%8E%8B%E8%80%81&role=MANAGER")).containsExactly(chief);
        Http.Reply first = as.get("/api/v1/admin/staff?limit=1&role=REVIEWER").expect(200);
        assertThat(listed(as, "?limit=1&role=REVIEWER&cursor=" + first.at("next")))
                .hasSize(1)
                .doesNotContain(first.<Object>at("items.0.no"));
        as.get("/api/v1/admin/staff?limit=1&role=MANAGER&cursor=" + first.at("next"))
                .expectProblem(422, "invalid-fields");
    }

    private static List<Object> listed(Http manager, String filters) {
        return Http.column(
                manager.get("/api/v1/admin/staff" + filters).expect(200).at("items"), "no");
    }

    @Test
    void theFirstStaffMemberMustChangeTheOneTimePassword() {
        String oneTime = firstStaffMember.create().orElseThrow();
        assertThat(firstStaffMember.create()).isEmpty();

        signIn("manager", oneTime).expectProblem(403, "password-change-required");
        Http.Reply weak = http.post(
                        "/api/v1/review/sessions",
                        Map.of("name", "manager", "password", oneTime, "newPassword", "short"))
                .expectPlainProblem(422, "weak-password");
        assertThat(weak.errors()).extracting(e -> e.get("pointer")).containsExactly("/newPassword");
        Http.Reply same = http.post(
                        "/api/v1/review/sessions",
                        Map.of("name", "manager", "password", oneTime, "newPassword", oneTime))
                .expectPlainProblem(422, "same-password");
        assertThat(same.errors()).extracting(e -> e.get("pointer")).containsExactly("/newPassword");
        String token = activated("Manager", oneTime);

        assertThat(http.as(token).get("/api/v1/admin/staff").<String>at("items.0.roleText"))
                .isEqualTo("管理员");
        signIn("manager", oneTime).expectProblem(401, "wrong-credentials");
        signIn("manager", People.PASSWORD).expect(200);
    }

    @Test
    void theOnlyManagerCanSignInAgainAfterLosingThePassword() {
        String token = activated("manager", firstStaffMember.create().orElseThrow());

        String oneTime = lostPassword.renew(" Manager").orElseThrow();

        http.as(token).get("/api/v1/admin/staff").expectProblem(401, "unauthenticated");
        signIn("manager", People.PASSWORD).expectProblem(401, "wrong-credentials");
        signIn("manager", oneTime).expectProblem(403, "password-change-required");
        String back = activated("manager", oneTime);
        assertThat(http.as(back)
                        .get("/api/v1/admin/audit-entries?action=staff-password-reset")
                        .text())
                .contains("staff-password-reset", "SYSTEM");
        assertThat(lostPassword.renew("nobody")).isEmpty();
    }

    @Test
    void managersMakeStaffAndNamesAreUnique() {
        String manager = people.aManager();

        Http.Reply made = create(manager, "wang", "REVIEWER").expect(201);

        String no = made.at("staff.no");
        assertThat(made.header("Location")).isEqualTo("/api/v1/admin/staff/" + no);
        assertThat(http.as(manager).get("/api/v1/admin/staff/" + no).text()).doesNotContain("assword\":\"", "argon2");
        create(manager, "wang", "REVIEWER").expectProblem(409, "name-taken");
        create(manager, "W", "REVIEWER").expectProblem(422, "invalid-fields");
        create(activated("wang", made.at("oneTimePassword")), "x".repeat(5), "MANAGER")
                .expectProblem(403, "forbidden");
    }

    @Test
    void aChangeNeedsTheVersionThatWasRead() {
        String manager = people.aManager();
        String path =
                "/api/v1/admin/staff/" + create(manager, "wang", "REVIEWER").at("staff.no");
        String etag = http.as(manager).get(path).header("ETag");
        Map<String, String> change = Map.of("displayName", "李老师");

        http.as(manager).patch(path, change).expectProblem(428, "precondition-required");
        Http.Reply changed =
                http.as(manager).patch(path, change, "If-Match", etag).expect(200);
        http.as(manager).patch(path, change, "If-Match", etag).expectProblem(412, "precondition-failed");

        assertThat(changed.<String>at("displayName")).isEqualTo("李老师");
        assertThat(changed.header("ETag")).isNotEqualTo(etag);
    }

    @Test
    void aBlankDisplayNameIsRefused() {
        String manager = people.aManager();
        String path =
                "/api/v1/admin/staff/" + create(manager, "wang", "REVIEWER").at("staff.no");

        for (String blank : List.of("", " \u3000", "\n", "\u200B\u2060")) {
            Http.Reply refused = http.as(manager)
                    .patch(path, Map.of("displayName", blank), "If-Match", "*")
                    .expectPlainProblem(422, "invalid-fields");
            Map<String, String> born = Map.of("name", "lina", "displayName", blank, "role", "REVIEWER");
            Http.Reply unborn =
                    http.as(manager).post("/api/v1/admin/staff", born).expectPlainProblem(422, "invalid-fields");

            assertThat(refused.<List<?>>at("errors")).hasSize(1);
            assertThat(refused.<String>at("errors.0.detail")).isEqualTo("不能为空");
            assertThat(unborn.<List<?>>at("errors")).hasSize(1);
            assertThat(unborn.<String>at("errors.0.detail")).isEqualTo("不能为空");
        }
        http.as(manager)
                .patch(path, Map.of("role", "REVIEWER"), "If-Match", "*")
                .expect(200);

        assertThat(http.as(manager).get(path).<String>at("displayName")).isEqualTo("王老师");
    }

    @Test
    void anotherRoleOrDisablingEndsSessionsAtOnce() {
        String manager = people.aManager();
        Http.Reply made = create(manager, "wang", "MANAGER");
        String path = "/api/v1/admin/staff/" + made.at("staff.no");
        String wang = activated("wang", made.at("oneTimePassword"));
        http.as(wang).get("/api/v1/admin/staff").expect(200);

        http.as(manager)
                .patch(path, Map.of("role", "REVIEWER"), "If-Match", "*")
                .expect(200);
        http.as(wang).get("/api/v1/admin/staff").expect(401);
        String reviewer = signIn("wang", People.PASSWORD).expect(200).at("accessToken");
        http.as(reviewer).get("/api/v1/sessions").expect(200);
        http.as(manager).post(path + "/disablings", null).expect(200);

        http.as(reviewer).get("/api/v1/sessions").expect(401);
        signIn("wang", People.PASSWORD).expectProblem(401, "wrong-credentials");
        http.as(manager).post(path + "/disablings", null).expectProblem(409, "already-disabled");
        http.as(manager).post(path + "/enablings", null).expect(200);
        signIn("wang", People.PASSWORD).expect(200);
        http.as(manager).post(path + "/enablings", null).expectPlainProblem(409, "already-active");
    }

    @Test
    void theLastManagerCannotBeDisabledOrDemoted() {
        String manager = people.aManager();
        String path = "/api/v1/admin/staff/"
                + http.as(manager).get("/api/v1/admin/staff").at("items.0.no");

        http.as(manager).post(path + "/disablings", null).expectProblem(409, "last-manager");
        http.as(manager)
                .patch(path, Map.of("role", "REVIEWER"), "If-Match", "*")
                .expectProblem(409, "last-manager");
        http.as(manager)
                .patch(path, Map.of("displayName", "李经理", "role", "MANAGER"), "If-Match", "*")
                .expect(200);
    }

    @Test
    void twoManagersWhoDisableEachOtherAtOnceLeaveOne() throws Exception {
        String one = people.aManager();
        String oneNo = http.as(one).get("/api/v1/admin/staff").at("items.0.no");
        Http.Reply made = create(one, "wang", "MANAGER");
        String wang = activated("wang", made.at("oneTimePassword"));

        List<Integer> statuses = Race.answers(
                () -> http.as(one)
                        .post("/api/v1/admin/staff/" + made.at("staff.no") + "/disablings", null)
                        .status(),
                () -> http.as(wang)
                        .post("/api/v1/admin/staff/" + oneNo + "/disablings", null)
                        .status());

        assertThat(statuses).containsOnlyOnce(200);
    }

    @Test
    void ofTwoStaffMembersCreatedWithOneNameAtOnceOneIsRefused(StaffService staff) {
        for (int round = 0; round < 5; round++) {
            StaffService.NewMember member = new StaffService.NewMember("wang" + round, "王老师", Role.REVIEWER);
            List<Object> ends = Race.twice(() -> staff.create(member, "a hash", Actor.SYSTEM));

            assertThat(ends)
                    .filteredOn(end -> end instanceof RuntimeException)
                    .singleElement()
                    .hasToString("org.tucai.platform.problem.ProblemException: name-taken");
        }
    }

    @Test
    void fiveWrongPasswordsLockTheNameWhetherItExistsOrNot() {
        people.aReviewer();
        for (int i = 0; i < 5; i++) {
            signIn("manager" + " ".repeat(i), "wrong").expectProblem(401, "wrong-credentials");
            signIn("nobody", "wrong").expectProblem(401, "wrong-credentials");
        }

        Http.Reply locked = signIn("manager", People.PASSWORD).expectProblem(429, "login-locked");
        signIn("nobody", "wrong").expectProblem(429, "login-locked");
        assertThat(locked.header("Retry-After")).isEqualTo("900");
        clock.advance(Duration.ofMinutes(15));

        signIn("manager", People.PASSWORD).expect(200);
    }

    /** Reviewers enter their own name, such as 张老师, instead of their sign-in name. */
    @Test
    void signingInWithAnImpossibleNameFailsLikeAnyWrongName() {
        for (int i = 0; i < 5; i++) {
            signIn("张老师", "wrong").expectProblem(401, "wrong-credentials");
        }

        signIn("张老师", "wrong").expectProblem(429, "login-locked");
        signIn("mánager", "wrong").expectProblem(401, "wrong-credentials");
    }

    @Test
    void aNameIsAcceptedHoweverAKeyboardTypesIt() {
        people.aManager();

        signIn("Ｍａｎａｇｅｒ　", People.PASSWORD).expect(200);
    }

    @Test
    void failedSignInsElsewhereDoNotLockTheManagerOutAtTheUsualAddress() {
        people.aManager();

        List.of("manager", "nobody").forEach(name -> {
            for (int guess = 0; guess < 20; guess++) {
                assertThat(triedFrom("198.51.100." + guess / 5, name, "wrong")).isEqualTo("wrong-credentials");
            }
            assertThat(triedFrom("198.51.100.4", name, "wrong")).isEqualTo("login-locked");
        });

        signIn("manager", People.PASSWORD).expect(200);
        assertThat(triedFrom("198.51.100.5", "manager", People.PASSWORD)).isEqualTo("login-locked");
        clock.advance(Duration.ofHours(1));
        assertThat(triedFrom("198.51.100.5", "manager", People.PASSWORD)).isEqualTo("signed in");
    }

    @Test
    void anAddressWithoutASignInForNinetyDaysIsNoLongerTrusted(DueJobs jobs) {
        people.aManager();
        clock.advance(Duration.ofDays(90).plusSeconds(1));
        jobs.runRecurring("security-cleanup");
        for (int guess = 0; guess < 20; guess++) {
            triedFrom("198.51.100." + guess / 5, "manager", "wrong");
        }

        signIn("manager", People.PASSWORD).expectProblem(429, "login-locked");
    }

    private String triedFrom(String address, String name, String password) {
        try {
            signIn.signIn(
                    new StaffSignIn.Credentials(name, password, null), new StaffSignIn.Client(address, "a browser"));
            return "signed in";
        } catch (ProblemException e) {
            return e.problem().code();
        }
    }

    @Test
    void parallelGuessesDoNotGetPastTheLock() throws Exception {
        people.aManager();
        Callable<Integer> guess = () -> {
            int looked = 0;
            for (int i = 0; i < 6; i++) {
                looked += signIn("manager", "guess" + i).status() == 401 ? 1 : 0;
            }
            return looked;
        };

        List<Integer> looked = Race.answers(guess, guess);

        assertThat(looked.get(0) + looked.get(1)).isEqualTo(5);
    }

    @Test
    void aResetGivesAnotherOneTimePasswordAndLiftsTheLock() {
        String manager = people.aManager();
        Http.Reply made = create(manager, "wang", "REVIEWER");
        String wang = activated("wang", made.at("oneTimePassword"));
        for (int i = 0; i < 6; i++) {
            signIn("wang", "wrong");
        }

        String oneTime = http.as(manager)
                .post("/api/v1/admin/staff/" + made.at("staff.no") + "/password-resets", null)
                .expect(200)
                .at("oneTimePassword");

        http.as(wang).get("/api/v1/sessions").expect(401);
        signIn("wang", oneTime).expectProblem(403, "password-change-required");
        activated("wang", oneTime);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aSignInWithAPasswordBeingResetIsRefused(boolean setsAnother) {
        Http.Reply made = create(people.aManager(), "wang", "REVIEWER");
        activated("wang", made.at("oneTimePassword"));
        Map<String, Object> entered = new HashMap<>(Map.of("name", "wang", "password", People.PASSWORD));
        if (setsAnother) {
            entered.put("newPassword", "a thief's horse 44");
        }
        AtomicReference<String> oneTime = new AtomicReference<>();

        held.of(
                () -> oneTime.set(signIn.resetPassword(made.at("staff.no"), Actor.SYSTEM)),
                () -> http.post("/api/v1/review/sessions", entered).expectProblem(401, "wrong-credentials"));

        signIn("wang", oneTime.get()).expectProblem(403, "password-change-required");
    }

    @Test
    void changingOnesPasswordEndsTheOtherSessions() {
        String manager = people.aManager();
        Map<String, String> change = Map.of("password", People.PASSWORD, "newPassword", "another horse 43");

        http.as(manager)
                .post("/api/v1/review/password-changes", Map.of("password", "no", "newPassword", "another horse 43"))
                .expectProblem(422, "wrong-password");
        http.as(manager).get("/api/v1/sessions").expect(200);
        String token = http.as(manager)
                .post("/api/v1/review/password-changes", change)
                .expect(200)
                .at("accessToken");

        http.as(manager).get("/api/v1/sessions").expect(401);
        http.as(token).get("/api/v1/sessions").expect(200);
    }
}
