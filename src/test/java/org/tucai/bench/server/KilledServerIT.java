package org.tucai.bench.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tucai.testing.Drawings;
import org.tucai.trial.Api;
import org.tucai.trial.ManagerSignIn;

/** A server in a process of its own: killed, restarted, and deprived of its database and its key file. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(240)
class KilledServerIT {
    private static final Duration LONGEST_START = Duration.ofSeconds(180);
    private static final int EACH = 8;
    private static final int SOME_TABLES = 10;
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 5;

    @TempDir
    static Path data;

    private ServerProcess server;
    private Api api;
    private String password;

    @BeforeAll
    void startTheFirstTime() throws Exception {
        server = start().awaitReady(LONGEST_START);
        api = new Api(server.url());
        password = ManagerSignIn.first(api, server.oneTimePassword().orElseThrow());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static ServerProcess start(String... arguments) throws IOException {
        return startOn(data, arguments);
    }

    /** Without the test's own beans, whose clock stands still. */
    private static ServerProcess startOn(Path folder, String... arguments) throws IOException {
        String classPath = Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.contains("test-classes/"))
                .collect(Collectors.joining(java.io.File.pathSeparator));
        List<String> options = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Duser.timezone=Asia/Shanghai");
        return ServerProcess.start(
                classPath,
                options,
                folder,
                Stream.concat(Stream.of("--sandbox"), Stream.of(arguments)).toArray(String[]::new));
    }

    /** A request repeated until it is answered, always with the same key. */
    private record Wish(Crowd.Bound bound, String path, Map<String, ?> body, String key) {
        static Wish of(Crowd.Bound bound, String what, Map<String, ?> body) {
            return new Wish(
                    bound,
                    "/api/v1/student/captures/" + bound.captureNo() + "/" + what,
                    body,
                    UUID.randomUUID().toString());
        }
    }

    @Test
    @Order(0)
    void aStartLogsNoWarnings() {
        assertThat(server.said()).doesNotContain(" WARN ", " ERROR ");
    }

    @Test
    @Order(1)
    void everyAcknowledgedRequestTookEffectOnceAfterAKill() throws Exception {
        api.put("/sandbox/inspection", Map.of("on", false)).ok();
        Crowd crowd = Crowd.gather(api, ManagerSignIn.with(api, password), 1500);
        List<Crowd.Student> students = crowd.students(2);
        List<Wish> submissions = new ArrayList<>();
        List<Wish> cancellations = new ArrayList<>();
        byte[] picture = Drawings.portrait(1);
        for (int i = 0; i < EACH; i++) {
            Crowd.Bound willSubmit = crowd.bind(students.getFirst());
            submissions.add(submission(willSubmit, crowd.shoot(willSubmit, picture)));
            Crowd.Bound willCancel = crowd.bind(students.getLast());
            send(submission(willCancel, crowd.shoot(willCancel, picture))).ok();
            pay(willCancel);
            cancellations.add(Wish.of(willCancel, "cancellations", Map.of()));
        }

        Set<Wish> acknowledged = killInTheMiddleOf(submissions, cancellations);
        server = start().awaitReady(LONGEST_START);
        api = new Api(server.url());

        for (Wish wish : acknowledged) {
            assertThat(status(wish)).isEqualTo(submissions.contains(wish) ? "TO_PAY" : "CANCELLED");
        }
        for (Wish wish : submissions) {
            send(wish);
            assertThat(timesSubmitted(wish)).as("submissions of one capture").isLessThanOrEqualTo(1);
        }
        for (Wish wish : cancellations) {
            send(wish);
        }
        assertThat(server.said()).contains("left over from a killed run");
        awaitRefunds(acknowledged.stream().filter(cancellations::contains).toList());
        for (Wish wish : cancellations) {
            assertThat(refunds(wish)).as("refunds of one order").isLessThanOrEqualTo(1);
        }
        assertThat(new Api(server.url())
                        .as(ManagerSignIn.with(api, password))
                        .get("/api/v1/admin/money/check")
                        .text())
                .contains("\"addsUp\":true");
    }

    private Set<Wish> killInTheMiddleOf(List<Wish> submissions, List<Wish> cancellations) throws Exception {
        ConcurrentLinkedQueue<Wish> acknowledged = new ConcurrentLinkedQueue<>();
        CountDownLatch enough = new CountDownLatch(ACKNOWLEDGED_BEFORE_THE_KILL);
        List<Thread> senders = Stream.of(submissions, cancellations)
                .map(wishes -> Thread.ofVirtual().start(() -> {
                    for (Wish wish : wishes) {
                        try {
                            send(wish).ok();
                            acknowledged.add(wish);
                            enough.countDown();
                        } catch (Exception e) {
                            return; // the server is gone
                        }
                    }
                }))
                .toList();
        assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
        server.kill();
        for (Thread sender : senders) {
            sender.join();
        }
        return new HashSet<>(acknowledged);
    }

    private static Wish submission(Crowd.Bound bound, String photoNo) {
        return Wish.of(bound, "submissions", Map.of("photoNo", photoNo));
    }

    private Api.Reply send(Wish wish) throws InterruptedException {
        return api.as(wish.bound().student().token()).post(wish.path(), wish.body(), wish.key());
    }

    private String status(Wish wish) throws InterruptedException {
        return student(wish)
                .get("/api/v1/student/captures/" + wish.bound().captureNo())
                .ok()
                .string("status");
    }

    private Api student(Wish wish) {
        return api.as(wish.bound().student().token());
    }

    private Api.Reply screen(Wish wish) throws InterruptedException {
        return student(wish)
                .get("/api/v1/student/screens/captures/" + wish.bound().captureNo())
                .ok();
    }

    private long timesSubmitted(Wish wish) throws InterruptedException {
        return ((List<?>) screen(wish).at("steps"))
                .stream()
                        .filter(step -> "TO_PAY".equals(((Map<?, ?>) step).get("status")))
                        .count();
    }

    private String order(Wish wish) throws InterruptedException {
        return screen(wish).string("card.order.no");
    }

    private int refunds(Wish wish) throws InterruptedException {
        return student(wish)
                .get("/api/v1/student/orders/" + order(wish) + "/refunds")
                .ok()
                .list()
                .size();
    }

    private void awaitRefunds(List<Wish> wishes) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        for (Wish wish : wishes) {
            String path = "/api/v1/student/orders/" + order(wish) + "/refunds";
            while (!student(wish).get(path).ok().text().contains("SUCCEEDED")) {
                assertThat(System.nanoTime()).as("the refund arrives").isLessThan(end);
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }

    private void pay(Crowd.Bound bound) throws InterruptedException {
        Api student = api.as(bound.student().token());
        String order = student.get("/api/v1/student/screens/captures/" + bound.captureNo())
                .ok()
                .string("card.order.no");
        String bundle = student.post("/api/v1/student/orders/" + order + "/payments", null)
                .ok()
                .string("parameters.package");
        api.post("/sandbox/payments/" + bundle.substring("prepay_id=".length()) + "/pay", Map.of())
                .ok();
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!student.get("/api/v1/student/captures/" + bound.captureNo())
                .text()
                .contains("IN_REVIEW")) {
            assertThat(System.nanoTime()).as("the payment's callback arrives").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    @Test
    @Order(2)
    void aHangingDatabaseIsAnsweredUnavailableAndWaitedFor() throws Exception {
        long database =
                Long.parseLong(Files.readString(data.resolve("mariadbd.pid")).strip());
        signal("-STOP", database);
        Api.Reply meanwhile;
        try {
            meanwhile = signIn();
        } finally {
            signal("-CONT", database);
        }

        assertThat(meanwhile.status()).isEqualTo(503);
        assertThat(meanwhile.string("code")).isEqualTo("temporarily-unavailable");
        assertThat(meanwhile.headers()).containsKey("retry-after");
        awaitSignIn();
    }

    @Test
    @Order(3)
    void aKilledDatabaseIsRestartedAndJobsGoOn() throws Exception {
        String campaign = "/api/v1/admin/campaigns";
        String before = manager().get(campaign).ok().text();
        signal(
                "-KILL",
                Long.parseLong(Files.readString(data.resolve("mariadbd.pid")).strip()));

        awaitSignIn();

        assertThat(manager().get(campaign).ok().text()).isEqualTo(before);
        Crowd.gather(api, ManagerSignIn.with(api, password), 0).students(1); // an SMS is sent by a job
        assertThat(server.said()).contains("The embedded database is back");
    }

    private Api manager() throws InterruptedException {
        return api.as(ManagerSignIn.with(api, password));
    }

    private Api.Reply signIn() throws InterruptedException {
        return api.post("/api/v1/student/wechat-sessions", Map.of("code", "sandbox-robust"));
    }

    private void awaitSignIn() throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        for (Api.Reply reply = signIn(); reply.status() != 200; reply = signIn()) {
            assertThat(reply.status()).isEqualTo(503);
            assertThat(System.nanoTime()).as("the server recovers").isLessThan(end);
        }
    }

    private static void signal(String name, long process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", name, Long.toString(process)).start().waitFor();
    }

    @Test
    @Order(4)
    void aStoppedServerEndsQuicklyAndLeavesNoDatabaseRunning() throws Exception {
        signal("-TERM", server.pid());

        assertThat(server.awaitExit(Duration.ofSeconds(30))).isEqualTo(128 + 15);
        assertThat(server.said())
                .doesNotContain("requests may still be running")
                .contains("Told to stop")
                .endsWith("Stopped");
        server = start().awaitReady(LONGEST_START);
        assertThat(server.said()).doesNotContain("left over from a killed run");
    }

    @Test
    @Order(5)
    void withoutItsKeyFileTheStartIsRefusedAndNoNewFileIsCreated() throws Exception {
        server.close();
        Path key = data.resolve("keys").resolve("tucai.keys");
        Path aside = Files.move(key, data.resolve("kept"));

        try (ServerProcess keyless = start()) {
            assertThat(keyless.awaitExit(LONGEST_START)).isEqualTo(1);
            assertThat(keyless.said()).contains("The key file").contains("restore the file from your backup");
            assertThat(key).doesNotExist();
        }
        Files.move(aside, key);
    }

    @Test
    @Order(6)
    void aSettingOfTheWrongKindEndsTheStartWithOneSentence(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("tucai.yml"), "tucai:\n  review:\n    working-days: five\n");

        try (ServerProcess misled = start("--config", file.toString())) {
            assertThat(misled.awaitExit(LONGEST_START)).isEqualTo(1);
            assertThat(misled.said())
                    .endsWith(
                            "The setting tucai.review.working-days is 'five'; it must be a whole number from 1 to 250.")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    @Order(7)
    void anInterruptedFirstStartLeavesNothingRunningAndTheNextOneWorks(@TempDir Path folder) throws Exception {
        List<ProcessHandle> ended;
        try (ServerProcess first = startOn(folder)) {
            ended = whilePreparing(first);
            for (ProcessHandle process : ended) {
                signal("-STOP", process.pid()); // so that none ends by itself
            }
            signal("-TERM", first.pid());
            assertThat(first.awaitExit(Duration.ofSeconds(30))).isEqualTo(128 + 15);
        }
        List<ProcessHandle> left = stillRunning(ended);
        left.forEach(ProcessHandle::destroyForcibly);
        assertThat(left).isEmpty();

        try (ServerProcess second = startOn(folder)) {
            second.awaitReady(LONGEST_START);
            assertThat(second.oneTimePassword()).isPresent();
        }
    }

    @Test
    @Order(8)
    void aFirstStartKilledWhileCreatingItsTablesIsRepeatedFromScratch(@TempDir Path folder) throws Exception {
        try (ServerProcess first = startOn(folder)) {
            whileTablesAreMade(first, folder.resolve("mariadb").resolve("tucai"));
            first.kill();
        }

        try (ServerProcess second = startOn(folder)) {
            second.awaitReady(LONGEST_START);
            assertThat(second.oneTimePassword()).isPresent();
        }
    }

    private static void whileTablesAreMade(ServerProcess server, Path tables) {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (System.nanoTime() < end) {
            String[] files = tables.toFile().list((folder, name) -> name.endsWith(".frm"));
            if (files != null && files.length > SOME_TABLES) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        throw new AssertionError("no table was ever made:\n" + server.said());
    }

    /** Those still running after two seconds. A process that has ended but is not reaped yet runs no program. */
    private static List<ProcessHandle> stillRunning(List<ProcessHandle> processes) {
        long end = System.nanoTime() + Duration.ofSeconds(2).toNanos();
        List<ProcessHandle> left = processes;
        while (!left.isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            left = left.stream()
                    .filter(p -> p.isAlive() && p.info().command().isPresent())
                    .toList();
        }
        return left;
    }

    /** The processes that create the empty database on first start. */
    private static List<ProcessHandle> whilePreparing(ServerProcess server) {
        ProcessHandle program = ProcessHandle.of(server.pid()).orElseThrow();
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (System.nanoTime() < end) {
            List<ProcessHandle> below = program.descendants().toList();
            if (below.stream().anyMatch(p -> p.info().command().orElse("").endsWith("mariadbd"))) {
                return below;
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        throw new AssertionError("the embedded database was never prepared:\n" + server.said());
    }
}
