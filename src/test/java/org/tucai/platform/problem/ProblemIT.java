package org.tucai.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucai.platform.web.Language;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.LogOf;
import org.tucai.testing.People;
import org.tucai.testing.TucaiTest;

@TucaiTest
class ProblemIT {
    private static final int OVER_THE_LIMIT = 11_534_336 + 1;

    /** Invalid UTF-8: {@code 中} in GB 2312, a slash encoded in two bytes, half a surrogate pair. */
    private static final List<byte[]> NO_UTF_8 = Stream.of("\u00D6\u00D0", "\u00C0\u00AF", "\u00ED\u00A0\u0080")
            .map(letters -> ("{\"text\":\"" + letters + "\"}").getBytes(StandardCharsets.ISO_8859_1))
            .toList();

    private final Http http;
    private final People people;
    private final Journeys journeys;
    private final EmbeddedServer server;

    ProblemIT(Http http, People people, Journeys journeys, EmbeddedServer server) {
        this.http = http;
        this.people = people;
        this.journeys = journeys;
        this.server = server;
    }

    @Test
    void unknownAddressIsAProblemInTheClientsLanguage() {
        Http.Reply zh = http.get("/nowhere");
        Http.Reply en = http.get("/nowhere", "Accept-Language", "en");

        zh.expectProblem(404, "not-found");
        assertThat(zh.header("Content-Type")).startsWith("application/problem+json");
        assertThat(zh.<String>at("title")).isEqualTo("未找到");
        assertThat(en.<String>at("title")).isEqualTo("Not found");
        assertThat(en.<String>at("instance")).isEqualTo(en.header("X-Request-Id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {";;;", ",", "en;q=2", "zh-", "-"})
    void anUnreadableAcceptLanguageCountsAsAbsent(String list) {
        Http.Reply reply = http.get("/nowhere", "Accept-Language", list);

        reply.expectProblem(404, "not-found");
        assertThat(reply.<String>at("title")).isEqualTo("未找到");
    }

    @Test
    void refusesAnUnauthenticatedRequestWithoutDetails() {
        Http.Reply stranger = http.get("/api/v1/admin/audit-entries");

        stranger.expectProblem(401, "unauthenticated");
        assertThat(stranger.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void aWrongMethodContentTypeOrAcceptIsNamed() {
        Http student = http.as(people.aStudent());

        student.delete("/api/v1/student/consent-notice").expectProblem(405, "method-not-allowed");
        student.send("POST", "/api/v1/student/codes", "text/plain", "hello".getBytes(StandardCharsets.UTF_8))
                .expectProblem(415, "unsupported-media-type");
        student.get("/api/v1/student/account", "Accept", "text/csv").expectProblem(406, "not-acceptable");
    }

    /** As from a browser whose proxy replaced the Host header by the name of this machine. */
    @Test
    void aPageOfAnotherOriginIsToldWhyItIsRefused() throws IOException {
        String answer =
                raw("POST /api/v1/student/sms-codes HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: https://unit.example\r\n"
                        + "Connection: close\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");

        assertThat(answer)
                .startsWith("HTTP/1.1 403 ")
                .contains("\"origin-refused\"", "Host", "application/problem+json");
    }

    @Test
    void aBodyWithoutContentTypeIsBytesWhereSeveralTypesAreAccepted() throws IOException {
        String token = people.aStudent();

        assertThat(raw(untyped("/api/v1/student/codes", token)))
                .contains("\"code-picture-unreadable\"", "X-Request-Id: req_");
        assertThat(raw(untyped("/api/v1/admin/conclusion-files", people.aManager())))
                .contains("\"unsupported-media-type\"", "X-Request-Id: req_");
        assertThat(raw(untyped("/api/v1/student/subscription-ticks", token))).contains("\"invalid-fields\"");
    }

    private static String untyped(String path, String token) {
        return "POST " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer " + token
                + "\r\nIdempotency-Key: " + path.length() + "\r\nContent-Length: 12\r\n\r\n{\"text\":\"a\"}";
    }

    @Test
    void aBodyThatIsNotValidJsonIsNamed() {
        Http student = http.as(people.aStudent());

        student.post("/api/v1/student/codes", "{\"text\": ").expectProblem(400, "malformed-request");
        student.post("/api/v1/student/codes", "[]").expectProblem(400, "malformed-request");
        student.post("/api/v1/student/codes", "{\"text\": \"a\", \"text\": \"b\"}")
                .expectProblem(400, "malformed-request");
        student.post("/api/v1/student/codes", "").expectProblem(400, "malformed-request");
        student.post("/api/v1/student/codes", "{\"text\": \"a\nb\"}").expectPlainProblem(400, "malformed-request");
        for (byte[] letters : NO_UTF_8) {
            student.send("POST", "/api/v1/student/codes", "application/json; charset=gb2312", letters)
                    .expectPlainProblem(400, "malformed-request");
        }
        http.send("PATCH", "/api/v1/student/account", "application/json", new byte[0])
                .expectProblem(401, "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'count':1} garbage",
                "{'count':1}{'count':2}",
                "{'count':1}]",
                "{'count':1},",
                "1 2",
                "{'count':1}00"
            })
    void trailingTextAfterTheJsonIsRefused(String body) {
        Http manager = http.as(people.aManager());

        manager.post("/api/v1/review/claims", body.replace('\'', '"')).expectPlainProblem(400, "malformed-request");
        manager.post("/api/v1/review/claims", "{\"count\":1} \r\n\t").expect(200);
    }

    /** Counted as JSON Schema and the database count it, though Java stores it as a surrogate pair. */
    @Test
    void aCharacterOutsideTheBmpCountsAsOne() {
        Http manager = http.as(people.aManager());

        Http.Reply longest = manager.post("/api/v1/admin/schools", Map.of("code", "10284", "name", "𠮷".repeat(100)));
        Http.Reply longer = manager.post("/api/v1/admin/schools", Map.of("code", "10285", "name", "𠮷".repeat(101)));

        assertThat(longest.expect(201).<String>at("name")).isEqualTo("𠮷".repeat(100));
        longer.expectPlainProblem(422, "invalid-fields");
        assertThat(longer.errors()).containsExactly(Map.of("pointer", "/name", "detail", "不能超过 100 个字符"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "orders?limit=many | ?limit | 须为整数，且不能过大 | must be a whole number and not too large",
                "orders?limit=99999999999 | ?limit | 须为整数，且不能过大 | must be a whole number and not too large",
                "orders?limit=0 | ?limit | 不能小于 1 | must be greater than or equal to 1",
                "orders?limit=5&limit=6 | ?limit | 只能出现一次 | must appear only once",
                "orders?accountNo=a&accountNo=b | ?accountNo | 只能出现一次 | must appear only once",
                "orders?cursor=&cursor= | ?cursor | 只能出现一次 | must appear only once",
                "payments?attention=true&attention=true | ?attention | 只能出现一次 | must appear only once",
                "payments?attention=2 | ?attention | 只能是 true 或 false | must be true or false",
                "payments?attention=yes | ?attention | 只能是 true 或 false | must be true or false",
                "refunds?attention= | ?attention | 只能是 true 或 false | must be true or false",
                "captures?campaignNo= | ?campaignNo | 不能为空；不按此筛选时请省略 | must not be empty; omit it to include all",
                "audit-entries?actor=&action=x | ?actor | 不能为空；不按此筛选时请省略 | must not be empty; omit it to include all",
                "refunds?status= | ?status | 不能为空；不按此筛选时请省略 | must not be empty; omit it to include all",
                "packages?statuss=WAITING | ?statuss | 没有这个参数，应为 status | there is no such parameter; use status",
                "packages?Status=WAITING | ?Status | 没有这个参数，应为 status | there is no such parameter; use status",
                "unit-keys?kid=1 | ?kid | 没有这个参数，请去掉 | there is no such parameter; remove it",
                "schools?code=10001 | ?code | 没有这个参数，请去掉 | there is no such parameter; remove it",
                "packages?status=LOST | ?status | 只能是 WAITING、ACKNOWLEDGED、RETURNED、CANCELLED | must be one of WAITING, ACKNOWLEDGED, RETURNED, CANCELLED",
                "packages?status=waiting | ?status | 只能是 WAITING、ACKNOWLEDGED、RETURNED、CANCELLED | must be one of WAITING, ACKNOWLEDGED, RETURNED, CANCELLED",
                "disputes?status=Open | ?status | 只能是 OPEN、RESOLVED | must be one of OPEN, RESOLVED",
                "orders?cursor=%C3%A4 | ?cursor | 须为上一页返回的 next，或不填 | must be the next value of the previous page, or omitted",
                "money/reconciliations?day=-999999999-01-01 | ?day | 须为日期，如 2026-06-30 | must be a date such as 2026-06-30",
                "money/reconciliations?day=2030-01-01 | ?day | 不能晚于今天，也不能早于 2000 年 | must not be later than today or before the year 2000",
                "money/reconciliations?day=1999-12-31 | ?day | 不能晚于今天，也不能早于 2000 年 | must not be later than today or before the year 2000",
                "money/days?from=2026-04-20 | ?to | 不能缺少 | is required",
                "money/days?from=yesterday&to=2026-04-20 | ?from | 须为日期，如 2026-06-30 | must be a date such as 2026-06-30"
            })
    void anInvalidQueryParameterIsNamed(String asked, String pointer, String zh, String en) {
        Http manager = http.as(people.aManager());

        Http.Reply chinese = manager.get("/api/v1/admin/" + asked);
        Http.Reply english = manager.get("/api/v1/admin/" + asked, "Accept-Language", "en");

        chinese.expectPlainProblem(422, "invalid-fields");
        assertThat(chinese.errors()).containsExactly(Map.of("pointer", pointer, "detail", zh));
        assertThat(english.errors()).containsExactly(Map.of("pointer", pointer, "detail", en));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "conclusion-labels/lower | {code} | 须为 2 到 31 个大写字母或下划线，并以字母开头",
                "calendar-years/soon | {year} | 须为整数，且不能过大",
                "calendar-years/99999999999 | {year} | 须为整数，且不能过大"
            })
    void anInvalidPathVariableIsNamed(String asked, String pointer, String zh) {
        Map<String, Object> label = Map.of("zh", "同", "en", "same", "doubtful", false, "current", true, "position", 1);

        Http.Reply refused = http.as(people.aManager()).put("/api/v1/admin/" + asked, label);

        refused.expectPlainProblem(422, "invalid-fields");
        assertThat(refused.errors()).containsExactly(Map.of("pointer", pointer, "detail", zh));
    }

    /** The database does not compare such text with stored numbers. */
    @Test
    void anImpossiblePublicNumberInABodyIsNamed() {
        Http.Reply client = http.post("/api/v1/school/tokens", Map.of("clientNo", "汉", "clientSecret", "x"));
        Http.Reply claim =
                http.as(people.aReviewer()).post("/api/v1/review/claims", Map.of("count", 1, "campaignNo", "汉"));

        client.expectPlainProblem(422, "invalid-fields");
        assertThat(client.<String>at("errors.0.pointer")).isEqualTo("/clientNo");
        claim.expectPlainProblem(422, "invalid-fields");
        assertThat(claim.<String>at("errors.0.pointer")).isEqualTo("/campaignNo");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'kid': 5} | /kid | 须为文本 | must be text",
                "{'kid': true} | /kid | 须为文本 | must be text",
                "{'kid': ['a']} | /kid | 须为文本 | must be text",
                "{'kid': {}} | /kid | 须为文本 | must be text"
            })
    void aTextFieldTakesNothingButText(String body, String pointer, String zh, String en) {
        names("/api/v1/admin/code-keys", body, pointer, zh, en);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'fee': {'minor': '5'} | /terms/fee/minor | 须为整数，且不能过大 | must be a whole number and not too large",
                "'fee': {'minor': 5.0} | /terms/fee/minor | 须为整数，且不能过大 | must be a whole number and not too large",
                "'fee': {'minor': 5, 'currency': 'XYZZY'} | /terms/fee/currency | 须为币种代码，如 CNY | must be a currency code such as CNY",
                "'fee': 5 | /terms/fee | 格式不正确 | has the wrong format",
                "'albumAllowed': 'true' | /terms/albumAllowed | 只能是 true 或 false | must be true or false",
                "'albumAllowed': 1 | /terms/albumAllowed | 只能是 true 或 false | must be true or false",
                "'mode': 'HOME' | /terms/mode | 只能是 ON_SITE、ONLINE | must be one of ON_SITE, ONLINE",
                "'mode': ['ONLINE'] | /terms/mode | 只能是 ON_SITE、ONLINE | must be one of ON_SITE, ONLINE",
                "'backgroundColours': '#FFFFFF' | /terms/backgroundColours | 须为列表 | must be a list",
                "'backgroundColours': ['#FFFFFF', 5] | /terms/backgroundColours/1 | 须为文本 | must be text",
                "'opensAt': 5 | /terms/opensAt | 须为带时区的时间，如 2026-06-30T18:00:00+08:00 | must be a time with its offset, such as 2026-06-30T18:00:00+08:00"
            })
    void aFieldOfTheWrongTypeIsNamedWithItsPlace(String terms, String pointer, String zh, String en) {
        names("/api/v1/admin/campaigns", "{'terms': {" + terms + "}}", pointer, zh, en);
    }

    /** For people: not the code's pattern, and every number with what it counts. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "student/sms-codes | {'phone': '12345'} | /phone | 须为 11 位手机号 | must be an 11-digit mobile number",
                "admin/schools | {'code': '1', 'name': 'x'} | /code | 须为 5 位或 10 位数字 | must be 5 or 10 digits",
                "review/sessions | {'name': 'a23456789b23456789c23456789d23456', 'password': 'x'} | /name"
                        + " | 不能超过 32 个字符 | must have at most 32 characters"
            })
    void aBrokenConstraintIsDescribedInWordsThatAStudentUnderstands(
            String path, String body, String pointer, String zh, String en) {
        names("/api/v1/" + path, body, pointer, zh, en);
    }

    /** Otherwise the intended value would be silently ignored. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'makeUpOpenAt': '2026-01-01T00:00:00+08:00'} | /terms/makeUpOpenAt | 没有这个字段，应为 makeUpOpensAt | there is no such field; use makeUpOpensAt",
                "{'FOUREYES': true} | /terms/FOUREYES | 没有这个字段，应为 fourEyes | there is no such field; use fourEyes",
                "{'colour/wall': 1} | /terms/colour~1wall | 没有这个字段，请去掉 | there is no such field; remove it",
                "{'fee': {'minor': 1, 'curency': 'CNY'}} | /terms/fee/curency | 没有这个字段，应为 currency | there is no such field; use currency"
            })
    void anUnknownFieldIsNamed(String terms, String pointer, String zh, String en) {
        names("/api/v1/admin/campaigns", "{'terms': " + terms + "}", pointer, zh, en);
    }

    /** Like an earlier field: the last one is noticed even after all others have been read. */
    @Test
    void anUnknownFieldAfterAllOthersIsNamedToo() {
        names(
                "/api/v1/review/claims",
                "{'campaignNo': null, 'count': 1, 'order': 'oldest'}",
                "/order",
                "没有这个字段，请去掉",
                "there is no such field; remove it");
    }

    private void names(String path, String body, String pointer, String zh, String en) {
        Http manager = http.as(people.aManager());
        String json = body.replace('\'', '"');

        Http.Reply chinese = manager.post(path, json);
        Http.Reply english = manager.post(path, json, "Accept-Language", "en");

        chinese.expectPlainProblem(422, "invalid-fields");
        assertThat(chinese.errors()).containsExactly(Map.of("pointer", pointer, "detail", zh));
        assertThat(english.errors()).containsExactly(Map.of("pointer", pointer, "detail", en));
    }

    @Test
    void identicalErrorsOfOneFieldAreMerged() {
        FieldError one = new FieldError("格式不正确", "must match \"a\"", "/kid");
        FieldError two = new FieldError("格式不正确", "must match \"b\"", "/kid");
        FieldError other = new FieldError("格式不正确", "must match \"a\"", "/key");
        ProblemException refusal = PlatformProblem.invalidFields(List.of(one, two, other));

        assertThat(ProblemResponses.body(Language.ZH, "", refusal).errors())
                .extracting(ProblemBody.Field::pointer)
                .containsExactly("/kid", "/key");
        assertThat(ProblemResponses.body(Language.EN, "", refusal).errors())
                .extracting(ProblemBody.Field::pointer)
                .containsExactly("/kid", "/kid", "/key");
    }

    @Test
    void anOversizedBodyIsAProblemToo() {
        Journeys.Walk walk = journeys.aBoundStudent();
        Http student = http.as(walk.token());

        student.send("PUT", journeys.ticket(walk), "image/jpeg", new byte[OVER_THE_LIMIT])
                .expectProblem(413, "payload-too-large");
        student.send("POST", "/api/v1/student/codes", "image/jpeg", new byte[OVER_THE_LIMIT])
                .expectProblem(413, "payload-too-large");
        student.post("/api/v1/student/codes", Map.of("text", "x".repeat(OVER_THE_LIMIT)))
                .expectProblem(413, "payload-too-large");
    }

    @Test
    void malformedHttpRequestsGetProblemBodiesToo() throws IOException {
        String longHeader = raw("GET /nowhere HTTP/1.1\r\nHost: x\r\nX-Long: " + "y".repeat(20_000) + "\r\n\r\n");
        String longAddress = raw("GET /" + "y".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
        String badEscape = raw("GET /api/v1/admin/schools/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        String noHttp = raw("HELLO\r\n\r\n");

        assertThat(longHeader).contains(" 413 ", "application/problem+json", "\"payload-too-large\"");
        assertThat(longAddress).contains(" 413 ", "application/problem+json", "\"payload-too-large\"");
        assertThat(badEscape).contains(" 400 ", "application/problem+json", "\"malformed-request\"");
        assertThat(noHttp).contains(" 400 ", "application/problem+json", "\"malformed-request\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/student/codes", "/api/v1/student/sms-codes"})
    void aClientThatDisconnectsMidBodyIsLoggedOnlyAtDebugLevel(String path) throws Exception {
        String request =
                "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                        + people.aStudent() + "\r\nIdempotency-Key: k\r\nContent-Length: 50000\r\n\r\n{\"text\":";
        try (LogOf log = LogOf.from(Level.DEBUG, FailureHandler.class.getName())) {
            try (Socket socket = new Socket(server.getHost(), server.getPort())) {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                Thread.sleep(300);
            }

            for (int i = 0; i < 100 && log.events().isEmpty(); i++) {
                Thread.sleep(50);
            }
            assertThat(log.events()).extracting(ILoggingEvent::getLevel).containsExactly(Level.DEBUG);
        }
    }

    /** No filter sees such a request: the server's own reader refuses it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GARBAGE",
                "GET /api/v1/sessions HTTP/1.1\r\nX y: z",
                "GET /api/v1/sessions HTTP/1.1\r\nX: {9000}"
            })
    void anAnswerToAnUnreadableHeadHasARequestIdToo(String head) throws IOException {
        String answer = raw(head.replace("{9000}", "x".repeat(9000)) + "\r\nConnection: close\r\n\r\n");

        Matcher id = Pattern.compile("X-Request-Id: (req_\\w+)").matcher(answer);
        assertThat(answer).contains("application/problem+json");
        assertThat(id.find()).isTrue();
        assertThat(answer).contains("\"instance\":\"" + id.group(1) + "\"").containsOnlyOnce("X-Request-Id");
    }

    /** Sends this text and reads until the server closes. */
    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(3_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            StringBuilder all = new StringBuilder();
            byte[] some = new byte[8192];
            try {
                for (int n = socket.getInputStream().read(some);
                        n > 0;
                        n = socket.getInputStream().read(some)) {
                    all.append(new String(some, 0, n, StandardCharsets.UTF_8));
                }
            } catch (java.net.SocketTimeoutException e) {
                all.append("<open>");
            }
            return all.toString();
        }
    }
}
