package org.tucai.sandbox;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucai.authority.AuthorityLine;
import org.tucai.authority.ConclusionMessage;
import org.tucai.authority.ConclusionMessage.Conclusion;
import org.tucai.authority.MessagePurpose;
import org.tucai.authority.SealedMessage;

/** Pretends to compare pictures and gives units the conclusions, by sealed callback and as files. */
final class ConclusionDesk {
    private static final Logger LOG = LoggerFactory.getLogger(ConclusionDesk.class);
    private static final String SAME = "同一人";
    private static final String DOUBTFUL = "可能非同一人";
    private static final int TRIES = 8;

    private final SandboxKeys keys;
    private final SandboxSettings settings;
    private final JsonMapper json;
    private final InstantSource clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    /** By package number. */
    private final Map<String, Conclusion> conclusions = new ConcurrentHashMap<>();

    private final AtomicInteger messages = new AtomicInteger();

    ConclusionDesk(SandboxKeys keys, SandboxSettings settings, JsonMapper json, InstantSource clock) {
        this.keys = keys;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A wish for conclusions now.
     *
     * @param studentUniqueNo of one student; all whose last picture has no conclusion if left out
     * @param label the word to use; decided by the sandbox if left out
     * @param concludedAt now if left out
     */
    @Serdeable
    @JsonIgnoreProperties(ignoreUnknown = false)
    record ConcludeBody(
            @Nullable String studentUniqueNo,
            @Nullable String label,
            @Nullable Instant concludedAt) {}

    /** Concludes a package after the configured time, if any. */
    void taken(PackageDesk.TakenPackage taken) {
        Duration after = settings.concludeAfter();
        if (after != null && taken.answer().accepted()) {
            afterwards(() -> conclude(taken, new ConcludeBody(null, null, null)), after);
        }
    }

    /** Concludes now, in the caller's thread, and answers how many callbacks were accepted. */
    void concludeNow(Exchange exchange, PackageDesk packages) throws IOException {
        ConcludeBody wish = exchange.json(ConcludeBody.class);
        int delivered = 0;
        for (PackageDesk.TakenPackage taken : packages.latestAccepted()) {
            boolean wanted = wish.studentUniqueNo() == null
                    ? !conclusions.containsKey(taken.answer().packageNo())
                    : wish.studentUniqueNo().equals(taken.studentUniqueNo());
            if (wanted) {
                delivered += conclude(taken, wish);
            }
        }
        exchange.answerJson(Map.of("delivered", delivered));
    }

    private int conclude(PackageDesk.TakenPackage taken, ConcludeBody wish) {
        Instant at = wish.concludedAt() == null ? clock.instant() : wish.concludedAt();
        String label = wish.label() == null ? SAME : wish.label();
        Conclusion last = new Conclusion(taken.studentUniqueNo(), taken.answer().packageNo(), label, at);
        conclusions.put(taken.answer().packageNo(), last);
        int delivered = deliver(taken.unit(), last);
        if (settings.outOfOrder()) {
            Conclusion earlier =
                    new Conclusion(last.studentUniqueNo(), last.packageNo(), DOUBTFUL, at.minus(Duration.ofHours(1)));
            delivered += deliver(taken.unit(), earlier);
        }
        return delivered;
    }

    private int deliver(SandboxUnit unit, Conclusion conclusion) {
        String no = String.format(Locale.ROOT, "M%08d-%d", messages.incrementAndGet(), clock.millis());
        ConclusionMessage message = new ConclusionMessage(no, clock.instant(), List.of(conclusion));
        int delivered = 0;
        for (int i = 0; i < (settings.duplicates() ? 2 : 1); i++) {
            delivered += post(unit, message, 1) ? 1 : 0;
        }
        return delivered;
    }

    /** One try; a failed one is retried later, with growing pauses. */
    private boolean post(SandboxUnit unit, ConclusionMessage message, int attempt) {
        try {
            String sealed = SealedMessage.seal(
                    MessagePurpose.CONCLUSIONS,
                    json.writeValueAsBytes(message),
                    keys.signing(unit.suite()),
                    unit.receivingKey());
            HttpRequest request = HttpRequest.newBuilder(URI.create(unit.callbackUrl() + "/conclusions"))
                    .timeout(Duration.ofSeconds(20))
                    .header("Content-Type", AuthorityLine.JOSE)
                    .POST(HttpRequest.BodyPublishers.ofString(sealed))
                    .build();
            HttpResponse<InputStream> reply = http.send(request, BodyHandlers.ofInputStream());
            reply.body().close(); // unread: the time limit ends with the headers, and the rest may never come
            if (reply.statusCode() < 300) {
                return true;
            }
            LOG.warn("The unit answered {} to a callback", reply.statusCode());
        } catch (IOException e) {
            LOG.warn("The unit cannot be reached for a callback: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        if (attempt < TRIES) {
            afterwards(() -> post(unit, message, attempt + 1), Duration.ofSeconds(1L << attempt));
        }
        return false;
    }

    private void afterwards(Runnable what, Duration pause) {
        Runnable logged = () -> {
            try {
                what.run();
            } catch (RuntimeException e) {
                LOG.warn("A conclusion could not be sent", e);
            }
        };
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, threads)
                .execute(logged);
    }

    /** All conclusions so far, in the JSON format that the admin API takes as a file. */
    void jsonFile(Exchange exchange) throws IOException {
        exchange.answerJson(
                new ConclusionMessage("F" + clock.millis(), clock.instant(), List.copyOf(conclusions.values())));
    }

    /** The same as CSV with a header line. */
    void csvFile(Exchange exchange) throws IOException {
        StringBuilder file = new StringBuilder("studentUniqueNo,packageNo,label,concludedAt\r\n");
        conclusions
                .values()
                .forEach(c -> file.append(
                        "%s,%s,%s,%s\r\n".formatted(c.studentUniqueNo(), c.packageNo(), c.label(), c.concludedAt())));
        exchange.answer(200, "text/csv; charset=utf-8", file.toString());
    }

    void stop() {
        threads.shutdownNow();
    }
}
