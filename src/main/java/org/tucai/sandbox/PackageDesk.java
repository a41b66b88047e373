package org.tucai.sandbox;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.tucai.authority.AuthorityLine;
import org.tucai.authority.MessagePurpose;
import org.tucai.authority.MessageRefused;
import org.tucai.authority.PackageAnswer;
import org.tucai.authority.PhotoPackage;
import org.tucai.authority.SealedMessage;

/** Verifies, decrypts, checks and answers packages; the same package gets the same answer. */
final class PackageDesk {
    private final SandboxKeys keys;
    private final SandboxSettings settings;
    private final JsonMapper json;
    private final InstantSource clock;
    private final Map<String, TakenPackage> packages = new ConcurrentHashMap<>();
    private final Queue<String> returnNext = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();

    PackageDesk(SandboxKeys keys, SandboxSettings settings, JsonMapper json, InstantSource clock) {
        this.keys = keys;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /** A package with the answer it got; the picture itself is not kept. */
    record TakenPackage(SandboxUnit unit, String studentUniqueNo, String enrolmentNo, PackageAnswer answer) {}

    /** A package as the sandbox shows it. */
    @Serdeable
    record PackageView(
            String packageNo,
            String studentUniqueNo,
            boolean accepted,
            @Nullable String reason,
            String receiptNo) {}

    /** A wish for the next package. */
    @Serdeable
    @JsonIgnoreProperties(ignoreUnknown = false)
    record ReturnBody(@Nullable String reason) {}

    /** Takes a package from a unit and answers it sealed; returns the package only when it is new. */
    Optional<TakenPackage> take(Exchange exchange, SandboxUnit unit) throws IOException {
        PhotoPackage sent;
        try {
            byte[] content = SealedMessage.open(
                    MessagePurpose.PACKAGE, exchange.body(), keys.receiving(unit.suite()), unit.keys());
            sent = json.readValue(content, PhotoPackage.class);
        } catch (MessageRefused e) {
            throw new Exchange.Refused(401, "the package cannot be opened: " + e.getMessage());
        }
        TakenPackage[] fresh = new TakenPackage[1];
        TakenPackage taken = packages.computeIfAbsent(sent.packageNo(), no -> fresh[0] = judge(sent, unit));
        byte[] answer = json.writeValueAsBytes(taken.answer());
        exchange.answer(
                200,
                AuthorityLine.JOSE,
                SealedMessage.seal(
                        MessagePurpose.PACKAGE_ANSWER, answer, keys.signing(unit.suite()), unit.receivingKey()));
        return Optional.ofNullable(fresh[0]);
    }

    private TakenPackage judge(PhotoPackage sent, SandboxUnit unit) {
        String fault = returnNext.poll();
        int number = count.incrementAndGet();
        if (fault == null) {
            fault = PictureCheck.fault(sent);
        }
        if (fault == null && settings.returnEvery() > 0 && number % settings.returnEvery() == 0) {
            fault = "图像光照不均，不符合采集质量标准";
        }
        PackageAnswer answer = new PackageAnswer(
                sent.packageNo(), fault == null, fault, String.format(Locale.ROOT, "R%08d", number), clock.instant());
        return new TakenPackage(unit, sent.studentUniqueNo(), sent.enrolmentNo(), answer);
    }

    /** Makes the sandbox return the next package, whatever its quality. */
    void returnNext(Exchange exchange) throws IOException {
        String reason = exchange.json(ReturnBody.class).reason();
        returnNext.add(reason == null ? "图像模糊，不符合采集质量标准" : reason);
        exchange.answer(202, "text/plain", "");
    }

    void list(Exchange exchange) throws IOException {
        List<PackageView> views = packages.values().stream()
                .map(p -> new PackageView(
                        p.answer().packageNo(),
                        p.studentUniqueNo(),
                        p.answer().accepted(),
                        p.answer().reason(),
                        p.answer().receiptNo()))
                .toList();
        exchange.answerJson(views);
    }

    /** The last accepted package of every student's enrolment, the one to conclude on. */
    Collection<TakenPackage> latestAccepted() {
        return packages.values().stream()
                .filter(p -> p.answer().accepted())
                .collect(Collectors.toMap(
                        p -> List.of(p.studentUniqueNo(), p.enrolmentNo()),
                        p -> p,
                        BinaryOperator.maxBy(
                                Comparator.comparing(p -> p.answer().receiptNo()))))
                .values();
    }
}
