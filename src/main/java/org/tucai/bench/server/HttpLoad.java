package org.tucai.bench.server;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.tucai.bench.server.LoadScripts.Reads;
import org.tucai.bench.server.LoadScripts.Ticket;
import org.tucai.trial.Api;

/** Runs the parts of the load one after the other, and prints their tables. */
final class HttpLoad {
    /** Students who upload. More than the usual connections, because the server processes one upload per account at a time. */
    private static final int UPLOADERS = 160;

    private static final int READERS = 40;
    private static final int INSPECTED = 400;
    private static final int REVIEWED = 120;
    private static final int WARMERS = 150;
    private static final int WARMING_TICKETS = 20;
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration PACE = Duration.ofMillis(200);

    private final URI server;
    private final Processors processors;
    private final PrintWriter out;
    private final Size size;
    private final Api api;
    private final byte[] picture = Photos.ofAPhone();

    HttpLoad(URI server, Processors processors, PrintWriter out, Size size) {
        this.server = server;
        this.processors = processors;
        this.out = out;
        this.size = size;
        this.api = new Api(server.toString());
    }

    /**
     * The size of the load.
     *
     * @param duration of each part
     * @param connections of the parts whose speed does not depend on the inspection
     * @param captures prepared for uploads
     */
    record Size(Duration duration, int connections, int captures) {}

    /** The parts of the load, in order. */
    enum Part {
        FLOOR("floor"),
        UPLOADS("uploads, not inspected"),
        INSPECTED("uploads, inspected"),
        SCREENS("screens, as fast as they come"),
        PACED("screens, 5 a second each"),
        ALL("all at once");

        final String title;

        Part(String title) {
            this.title = title;
        }
    }

    /** What the parts need: tickets for uploads without and with inspection, screens to read, photos to review. */
    private record Prepared(Queue<Ticket> plain, Queue<Ticket> inspected, Reads reads, ReviewLoad reviews) {}

    void run(String managerToken, Set<Part> parts) throws InterruptedException {
        inspection(true);
        try {
            measure(parts, prepare(managerToken));
        } finally {
            inspection(true); // also when it breaks off: the server may be somebody's
        }
    }

    private Prepared prepare(String managerToken) throws InterruptedException {
        say("Preparing a campaign with %d captures", size.captures());
        Crowd crowd = Crowd.gather(api, managerToken, 0);
        List<Crowd.Student> readers = crowd.students(READERS);
        List<Crowd.Bound> seen = Makers.each(readers, crowd::bind);
        inspection(false);
        List<String> photos = Makers.each(seen, bound -> crowd.shoot(bound, picture));
        List<Crowd.Student> uploaders = crowd.students(UPLOADERS);
        ReviewLoad reviews = new ReviewLoad(api, managerToken, crowd);
        reviews.submit(bound(crowd, uploaders, REVIEWED), picture);
        Reads reads = new Reads(seen, photos);
        List<Ticket> warming = tickets(crowd, bound(crowd, uploaders, WARMERS), WARMING_TICKETS);
        warmUp(warming.subList(INSPECTED, warming.size()), warming.subList(0, INSPECTED), reads);
        List<Ticket> tickets = tickets(crowd, bound(crowd, uploaders, size.captures()), 2);
        int plain = Math.max(tickets.size() / 2, tickets.size() - INSPECTED);
        return new Prepared(
                new ConcurrentLinkedQueue<>(tickets.subList(0, plain)),
                new ConcurrentLinkedQueue<>(tickets.subList(plain, tickets.size())),
                reads,
                reviews);
    }

    private void measure(Set<Part> parts, Prepared with) throws InterruptedException {
        say("Measuring");
        Map<Part, Stage.Result> results = new EnumMap<>(Part.class);
        List<Double> alone = new ArrayList<>();
        for (Part part : parts) {
            if (part == Part.INSPECTED) { // before and after the part compared with it: machine speed drifts
                alone.add(Photos.inspectionsPerSecond(picture, WARM_UP, size.duration()));
            }
            inspection(part != Part.UPLOADS);
            Stage stage = stage(part, with);
            say("  %s", part.title);
            results.put(part, stage.run(processors));
            if (isUsedUp(part, with)) {
                say("    its tickets were used up before the time was over; more --captures give more");
            }
            if (part == Part.INSPECTED) {
                alone.add(Photos.inspectionsPerSecond(picture, WARM_UP, size.duration()));
            }
        }
        new LoadTables(results, alone, cores()).print(out);
    }

    private static boolean isUsedUp(Part part, Prepared with) {
        return switch (part) {
            case UPLOADS -> with.plain().isEmpty();
            case INSPECTED, ALL -> with.inspected().isEmpty();
            case FLOOR, SCREENS, PACED -> false;
        };
    }

    private Stage stage(Part part, Prepared with) throws InterruptedException {
        return switch (part) {
            case FLOOR -> floor(size.duration());
            case UPLOADS -> uploads(with.plain(), size.connections(), size.duration());
            case INSPECTED -> uploads(with.inspected(), 2 * cores(), size.duration());
            case SCREENS -> screens(with.reads(), Duration.ZERO);
            case PACED -> screens(with.reads(), PACE);
            case ALL -> {
                Stage uploads = uploads(with.inspected(), cores(), size.duration());
                yield with.reviews().seat(seats(uploads, size.connections(), with.reads(), PACE));
            }
        };
    }

    private Stage screens(Reads reads, Duration pace) {
        return seats(new Stage(server, size.duration()), size.connections(), reads, pace);
    }

    /** Gives the JIT time to compile the hot code, as in a server that has run for a day. */
    private void warmUp(List<Ticket> plain, List<Ticket> inspected, Reads reads) throws InterruptedException {
        say("Warming up");
        uploads(new ConcurrentLinkedQueue<>(plain), size.connections(), WARM_UP).run(processors);
        // after the uploads, so that their jobs finish meanwhile
        seats(new Stage(server, WARM_UP), size.connections(), reads, Duration.ZERO)
                .run(processors);
        floor(WARM_UP).run(processors);
        inspection(true);
        uploads(new ConcurrentLinkedQueue<>(inspected), 2 * cores(), WARM_UP).run(processors);
    }

    private Stage floor(Duration duration) {
        return seats(new Stage(server, duration), size.connections(), LoadScripts.floor(picture), Duration.ZERO);
    }

    private Stage uploads(Queue<Ticket> tickets, int connections, Duration duration) {
        return seats(new Stage(server, duration), connections, LoadScripts.uploads(tickets, picture), Duration.ZERO);
    }

    private static Stage seats(Stage stage, int connections, Stage.Script script, Duration pace) {
        for (int i = 0; i < connections; i++) {
            stage.seat(script, pace);
        }
        return stage;
    }

    private static List<Crowd.Bound> bound(Crowd crowd, List<Crowd.Student> students, int captures)
            throws InterruptedException {
        List<Crowd.Student> wanted = new ArrayList<>();
        for (int i = 0; i < captures; i++) {
            wanted.add(students.get(i % students.size()));
        }
        return Makers.each(wanted, crowd::bind);
    }

    /** That many tickets per capture, round by round over all captures. */
    private static List<Ticket> tickets(Crowd crowd, List<Crowd.Bound> captures, int rounds)
            throws InterruptedException {
        List<Crowd.Bound> wanted = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            wanted.addAll(captures);
        }
        return Makers.each(
                wanted, bound -> new Ticket(crowd.ticket(bound), bound.student().token()));
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
}
