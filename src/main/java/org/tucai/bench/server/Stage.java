package org.tucai.bench.server;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tucai.bench.figure.Latencies;

/** One stage of a load test: several connections, each repeating its script until the time is up or the script has ended. */
final class Stage {
    private static final Duration WARM_UP = Duration.ofSeconds(2);

    private final URI server;
    private final Duration duration;
    private final List<Seat> seats = new ArrayList<>();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    Stage(URI server, Duration duration) {
        this.server = server;
        this.duration = duration;
    }

    /** What one connection repeats. */
    interface Script {
        /** One turn; false when there is nothing more to do. */
        boolean turn(Line line) throws IOException, InterruptedException;
    }

    private record Seat(Script script, Duration pace) {}

    /** Adds a connection that takes its turns as fast as it can. */
    Stage seat(Script script) {
        return seat(script, Duration.ZERO);
    }

    /** Adds a connection that takes turns at a fixed rate, however long the previous turn took. */
    Stage seat(Script script, Duration pace) {
        seats.add(new Seat(script, pace));
        return this;
    }

    /**
     * The measurements of a stage.
     *
     * @param kinds by kind of request
     * @param busy cores kept busy meanwhile
     */
    record Result(Map<String, Kind> kinds, Processors.Spent busy) {
        /** Answers per second over all kinds, errors excluded; NaN where no request was counted: that is no speed of 0. */
        double perSecond() {
            return kinds.isEmpty()
                    ? Double.NaN
                    : kinds.values().stream().mapToDouble(Kind::perSecond).sum();
        }
    }

    /** One kind of request: how long answers took, and the number of errors by name. */
    record Kind(double perSecond, double p50Millis, double p99Millis, Map<String, Integer> errors) {}

    record Sample(String kind, long nanos, String error) {}

    /** A connection that measures its requests. */
    static final class Line {
        private final Wire wire;
        private final ConcurrentLinkedQueue<Sample> samples;
        private volatile boolean counting;
        private long planned;

        Line(Wire wire, ConcurrentLinkedQueue<Sample> samples) {
            this.wire = wire;
            this.samples = samples;
        }

        /** The first request of a paced turn is timed from when it was due: it is late when the previous turn took too long. */
        Wire.Answer send(String kind, Wire.Call call) throws IOException {
            long began = planned == 0 ? System.nanoTime() : planned;
            planned = 0;
            Wire.Answer answer = wire.send(call);
            if (counting) {
                samples.add(new Sample(
                        kind,
                        System.nanoTime() - began,
                        answer.status() < 400 ? "" : Integer.toString(answer.status())));
            }
            return answer;
        }
    }

    /** A script that fails ends the stage with its failure: without that connection the figures would be of another load. */
    Result run(Processors processors) throws InterruptedException {
        ConcurrentLinkedQueue<Sample> samples = new ConcurrentLinkedQueue<>();
        long begin = System.nanoTime();
        long counted = begin + WARM_UP.toNanos();
        long end = counted + duration.toNanos();
        List<Thread> threads = new ArrayList<>();
        for (Seat seat : seats) {
            threads.add(Thread.ofPlatform().daemon().start(() -> sit(seat, samples, counted, end)));
        }
        sleepUntil(counted);
        Processors.Spent before = processors.now();
        for (Thread thread : threads) {
            thread.join(Duration.ofNanos(end - System.nanoTime()));
        }
        double seconds = (System.nanoTime() - counted) / 1e9; // less than planned if the scripts ended before
        Processors.Spent busy = processors.now().over(before, seconds);
        for (Thread thread : threads) {
            thread.join(); // requests begun in time are counted, however late their answers
        }
        RuntimeException why = failure.get();
        if (why != null) {
            throw why;
        }
        return new Result(kinds(samples, seconds), busy);
    }

    private void sit(Seat seat, ConcurrentLinkedQueue<Sample> samples, long counted, long end) {
        // people do not all tap at the same moment: each connection's turns begin at a random one
        long pace = seat.pace().toNanos();
        long turn =
                System.nanoTime() + (pace == 0 ? 0 : ThreadLocalRandom.current().nextLong(pace));
        while (goesOn(end)) {
            boolean counting = System.nanoTime() >= counted;
            try (Wire wire = new Wire(server)) {
                Line line = new Line(wire, samples);
                while (goesOn(end)) {
                    counting = System.nanoTime() >= counted;
                    line.counting = counting;
                    if (pace > 0) {
                        turn += pace;
                        sleepUntil(turn);
                        line.planned = turn;
                    }
                    if (!seat.script().turn(line)) {
                        return;
                    }
                }
            } catch (IOException e) {
                if (counting) {
                    samples.add(new Sample("connection", 0, e.getClass().getSimpleName()));
                }
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                failure.compareAndSet(null, e);
                return;
            }
        }
    }

    private boolean goesOn(long end) {
        return System.nanoTime() < end && failure.get() == null;
    }

    private static void sleepUntil(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    static Map<String, Kind> kinds(Iterable<Sample> samples, double seconds) {
        ConcurrentMap<String, List<Sample>> byKind = new ConcurrentHashMap<>();
        samples.forEach(
                s -> byKind.computeIfAbsent(s.kind(), k -> new ArrayList<>()).add(s));
        Map<String, Kind> kinds = new TreeMap<>();
        byKind.forEach((kind, all) -> {
            long[] good = all.stream()
                    .filter(s -> s.error().isEmpty())
                    .mapToLong(Sample::nanos)
                    .sorted()
                    .toArray();
            Map<String, Integer> errors = new TreeMap<>();
            all.stream().filter(s -> !s.error().isEmpty()).forEach(s -> errors.merge(s.error(), 1, Integer::sum));
            kinds.put(
                    kind,
                    new Kind(
                            good.length / seconds,
                            Latencies.millisAt(good, 0.50),
                            Latencies.millisAt(good, 0.99),
                            errors));
        });
        return kinds;
    }

    static String errors(Map<String, Integer> errors) {
        return errors.isEmpty()
                ? "0"
                : errors.entrySet().stream()
                        .map(error -> error.getValue() + " × " + error.getKey())
                        .collect(Collectors.joining(", "));
    }
}
