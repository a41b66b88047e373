package org.tucai.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/** The parts of the load, one after the other, and the tables they make. */
final class HttpLoad {
    private static final int UPLOADERS = 40;
    private static final int READERS = 40;
    private static final int MAKERS = 8;
    private static final Duration PACE = Duration.ofMillis(200);

    private final URI server;
    private final PrintWriter out;
    private final Size size;
    private final Api api;
    private final byte[] picture = Photos.ofAPhone();
    private final Map<String, Stage.Result> results = new LinkedHashMap<>();

    HttpLoad(URI server, PrintWriter out, Size size) {
        this.server = server;
        this.out = out;
        this.size = size;
        this.api = new Api(server.toString());
    }

    /**
     * How much.
     *
     * @param duration of each part
     * @param connections of the parts that are not bound by the inspection
     * @param captures prepared to upload into
     */
    record Size(Duration duration, int connections, int captures) {}

    /** An address to upload to, once, and who may. */
    private record Ticket(String path, String token) {}

    void run(String managerToken) throws InterruptedException, IOException {
        say("Preparing a campaign with %d captures", size.captures());
        inspection(true);
        Crowd crowd = Crowd.gather(api, managerToken, 0);
        List<Crowd.Student> readers = crowd.students(READERS);
        List<Crowd.Bound> seen = each(readers, crowd::bind);
        inspection(false);
        List<String> photos = each(seen, bound -> crowd.shoot(bound, picture));
        List<Crowd.Bound> captures = bound(crowd, crowd.students(UPLOADERS));
        List<Ticket> tickets = each(
                twice(captures),
                bound -> new Ticket(crowd.ticket(bound), bound.student().token()));

        say("Measuring");
        double alone = Photos.inspectionsPerSecond(picture, size.duration());
        floor();
        Queue<Ticket> queue = new ConcurrentLinkedQueue<>(tickets.subList(0, tickets.size() * 3 / 4));
        part("uploads, not inspected", uploads(queue, size.connections()));
        ReviewLoad reviews = new ReviewLoad(api, managerToken, crowd);
        reviews.submit(captures.subList(0, captures.size() / 2));
        inspection(true);
        queue = new ConcurrentLinkedQueue<>(tickets.subList(tickets.size() * 3 / 4, tickets.size()));
        part("uploads, inspected", uploads(queue, 2 * cores()));
        Reads reads = new Reads(seen, photos);
        part(
                "screens, as fast as they come",
                seats(new Stage(server, size.duration()), size.connections(), reads, Duration.ZERO));
        part("screens, 5 a second each", seats(new Stage(server, size.duration()), size.connections(), reads, PACE));
        Stage all = uploads(queue, cores());
        seats(all, size.connections(), reads, PACE);
        reviews.seat(all);
        part("all at once", all);
        new LoadTables(results, alone, cores()).print(out);
    }

    private void floor() throws InterruptedException {
        Wire.Call call = new Wire.Call("PUT", "/sandbox/floor", null, "application/octet-stream", picture);
        Stage stage = new Stage(server, size.duration());
        for (int i = 0; i < size.connections(); i++) {
            stage.seat(line -> {
                line.send("write 300 KB", call);
                return true;
            });
        }
        part("floor", stage);
    }

    private Stage uploads(Queue<Ticket> tickets, int connections) {
        Stage stage = new Stage(server, size.duration());
        for (int i = 0; i < connections; i++) {
            stage.seat(line -> {
                Ticket ticket = tickets.poll();
                if (ticket == null) {
                    return false;
                }
                line.send("upload", new Wire.Call("PUT", ticket.path(), ticket.token(), "image/jpeg", picture));
                return true;
            });
        }
        return stage;
    }

    private static Stage seats(Stage stage, int connections, Stage.Script script, Duration pace) {
        for (int i = 0; i < connections; i++) {
            stage.seat(script, pace);
        }
        return stage;
    }

    private void part(String name, Stage stage) throws InterruptedException {
        say("  %s", name);
        results.put(name, stage.run());
    }

    /** Screens of the mini program, as a student walks through them. */
    private record Reads(List<Crowd.Bound> seen, List<String> photos) implements Stage.Script {
        @Override
        public boolean turn(Stage.Line line) throws IOException {
            int who = ThreadLocalRandom.current().nextInt(seen.size());
            String no = seen.get(who).captureNo();
            String token = seen.get(who).student().token();
            switch (ThreadLocalRandom.current().nextInt(4)) {
                case 0 -> line.send("home", Wire.Call.get("/api/v1/student/screens/home", token));
                case 1 -> line.send("progress", Wire.Call.get("/api/v1/student/screens/captures/" + no, token));
                case 2 -> line.send("messages", Wire.Call.get("/api/v1/student/messages", token));
                default ->
                    line.send(
                            "thumbnail",
                            Wire.Call.get(
                                    "/api/v1/student/captures/" + no + "/photos/" + photos.get(who)
                                            + "/picture?width=120",
                                    token));
            }
            return true;
        }
    }

    private List<Crowd.Bound> bound(Crowd crowd, List<Crowd.Student> students) throws InterruptedException {
        List<Crowd.Student> wanted = new ArrayList<>();
        for (int i = 0; i < size.captures(); i++) {
            wanted.add(students.get(i % students.size()));
        }
        return each(wanted, crowd::bind);
    }

    private static List<Crowd.Bound> twice(List<Crowd.Bound> captures) {
        List<Crowd.Bound> all = new ArrayList<>(captures);
        all.addAll(captures);
        return all;
    }

    private void inspection(boolean on) throws InterruptedException {
        api.put("/sandbox/inspection", Map.of("on", on)).ok();
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    private void say(String format, Object... arguments) {
        out.printf(format + "%n", arguments);
        out.flush();
    }

    /** One request's worth of work. */
    interface Work<A, B> {
        B on(A subject) throws InterruptedException;
    }

    /** Does it for each, some at once; answers in order. */
    static <A, B> List<B> each(List<A> subjects, Work<A, B> work) throws InterruptedException {
        try (ExecutorService makers = Executors.newFixedThreadPool(MAKERS)) {
            List<Future<B>> futures =
                    subjects.stream().map(s -> makers.submit(() -> work.on(s))).toList();
            List<B> done = new ArrayList<>();
            for (Future<B> future : futures) {
                done.add(future.get());
            }
            return done;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the preparation failed", e.getCause());
        }
    }
}
