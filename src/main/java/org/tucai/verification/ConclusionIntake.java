package org.tucai.verification;

import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucai.audit.AuditTrail;
import org.tucai.authority.AuthorityLine;
import org.tucai.authority.AuthorityUnavailable;
import org.tucai.authority.ConclusionMessage;
import org.tucai.authority.ConclusionMessage.Conclusion;
import org.tucai.authority.MessagePurpose;
import org.tucai.authority.MessageRefused;
import org.tucai.platform.problem.FieldError;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;

/** Opens the authority's messages and files, and takes their conclusions in batches. */
@Singleton
class ConclusionIntake {
    private static final Logger LOG = LoggerFactory.getLogger(ConclusionIntake.class);
    /** In bytes; a header takes about 150. */
    private static final int LONGEST_BEGINNING = 512;

    /** Conclusions per transaction, which locks out students and reviewers from their captures for a tenth of a second. */
    private static final int TOGETHER = 50;

    private static final int LONGEST_STUDENT = 64;
    private static final int LONGEST_LABEL = 20;
    private static final int LONGEST_MESSAGE_NO = 40;
    private static final Pattern PACKAGE = Pattern.compile("[\\x20-\\x7e]{0,24}");
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    private final AuthorityLine line;
    private final ConclusionService conclusions;
    private final AuditTrail audit;
    private final JsonMapper json;
    private final InstantSource clock;

    ConclusionIntake(
            AuthorityLine line, ConclusionService conclusions, AuditTrail audit, JsonMapper json, InstantSource clock) {
        this.line = line;
        this.conclusions = conclusions;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /**
     * The results of a message's conclusions.
     *
     * @param known number of conclusions received before
     * @param applied number that are now their capture's conclusion
     * @param outdated number for which a later conclusion had already been received
     * @param unmatched number of conclusions for which no forwarded capture was found
     * @param unknownLabels number whose label is not in the list of labels; they wait until it is added
     */
    @Serdeable
    record Summary(int received, int known, int applied, int outdated, int unmatched, int unknownLabels) {}

    /**
     * Takes a sealed callback. It may be long, and anybody may send one, so the rest is read only if its beginning names a key of the
     * authority.
     */
    Summary callback(InputStream sealed) {
        try {
            String beginning = new String(sealed.readNBytes(LONGEST_BEGINNING), StandardCharsets.US_ASCII);
            line.requireSender(MessagePurpose.CONCLUSIONS, beginning.strip());
            String whole = beginning + new String(sealed.readAllBytes(), StandardCharsets.US_ASCII);
            byte[] content = line.open(MessagePurpose.CONCLUSIONS, whole.strip());
            ConclusionMessage message = json.readValue(content, ConclusionMessage.class);
            requireReadable(message);
            return take(message, ConclusionSource.CALLBACK);
        } catch (ProblemException e) {
            LOG.error("A message from the authority contains a conclusion that cannot be stored: {}", e.getMessage());
            throw e;
        } catch (MessageRefused | IOException e) {
            throw new ProblemException(VerificationProblem.AUTHORITY_CALLBACK_REFUSED);
        } catch (AuthorityUnavailable e) {
            LOG.error("A message from the authority cannot be verified: {}", e.getMessage());
            throw new ProblemException(VerificationProblem.AUTHORITY_KEYS_MISSING);
        }
    }

    /** Takes a CSV file, {@link ConclusionTable}, provided that all of it is valid. */
    Summary csv(byte[] file, Actor by) {
        SequencedMap<Integer, Conclusion> table = ConclusionTable.read(file, this::canBeKept);
        requireAgreement(table);
        return takeFile(new ConclusionMessage("csv", clock.instant(), List.copyOf(table.values())), by);
    }

    /** Takes a JSON file, provided that all of it is valid. */
    Summary json(ConclusionMessage message, Actor by) {
        requireReadable(message);
        SequencedMap<Integer, Conclusion> rows = new LinkedHashMap<>();
        message.conclusions().forEach(row -> rows.put(rows.size() + 1, row));
        requireAgreement(rows);
        return takeFile(message, by);
    }

    /** The audit trail says beforehand who uploaded it: if it breaks off, the conclusions before that are taken. */
    private Summary takeFile(ConclusionMessage message, Actor by) {
        audit.record(
                by,
                "conclusions-upload-begun",
                "conclusion",
                message.conclusions().size() + " received");
        Summary taken = take(message, ConclusionSource.FILE);
        audit.record(
                by,
                "conclusions-uploaded",
                "conclusion",
                taken.received() + " received, " + taken.applied() + " applied, " + taken.known() + " known");
        return taken;
    }

    /**
     * Whether a conclusion can be stored unchanged. The database would silently truncate values that are too long, and a conclusion of a
     * future day, such as a mistyped year, would override every real one.
     */
    private boolean canBeKept(@Nullable Conclusion c) {
        return c != null
                && isWithin(c.studentUniqueNo(), LONGEST_STUDENT)
                && isWithin(c.label(), LONGEST_LABEL)
                && (c.packageNo() == null || PACKAGE.matcher(c.packageNo()).matches())
                && c.concludedAt() != null
                && c.concludedAt().isAfter(EARLIEST)
                && c.concludedAt().isBefore(clock.instant().plus(CLOCKS_DIFFER));
    }

    private static boolean isWithin(@Nullable String text, int longest) {
        return text != null && !text.isBlank() && text.codePointCount(0, text.length()) <= longest;
    }

    /**
     * Refuses rows that contradict each other.
     *
     * @param rows by their number in the file
     */
    private static void requireAgreement(SequencedMap<Integer, Conclusion> rows) {
        record About(String student, String packageNo, Instant at) {}
        Map<About, Integer> first = new HashMap<>();
        rows.forEach((number, row) -> {
            About what = new About(
                    row.studentUniqueNo(),
                    Objects.requireNonNullElse(row.packageNo(), ""),
                    row.concludedAt().truncatedTo(ChronoUnit.MICROS)); // as they are stored
            int before = first.computeIfAbsent(what, about -> number);
            if (!Objects.requireNonNull(rows.get(before)).label().equals(row.label())) {
                throw new ProblemException(VerificationProblem.CONCLUSIONS_CONTRADICT, before, number);
            }
        });
    }

    private void requireReadable(ConclusionMessage message) {
        if (!isWithin(message.messageNo(), LONGEST_MESSAGE_NO)) {
            FieldError error = new FieldError(
                    "长度须在 1 到 " + LONGEST_MESSAGE_NO + " 之间",
                    "must have 1 to " + LONGEST_MESSAGE_NO + " characters",
                    "/messageNo");
            throw PlatformProblem.invalidFields(List.of(error));
        }
        for (int i = 0; i < message.conclusions().size(); i++) {
            if (!canBeKept(message.conclusions().get(i))) {
                throw ConclusionTable.unreadable(i + 1);
            }
        }
    }

    /** In one transaction, which is faster; if one of them fails, one by one, so that those before it are taken. */
    private List<Optional<ConclusionStatus>> receive(String messageNo, List<Conclusion> some, ConclusionSource source) {
        try {
            return conclusions.receiveAll(messageNo, some, source);
        } catch (RuntimeException e) {
            LOG.warn(
                    "{} conclusions could not be taken together and are taken one by one: {}",
                    some.size(),
                    e.getMessage());
            return some.stream()
                    .map(one -> conclusions.receive(messageNo, one, source))
                    .toList();
        }
    }

    private Summary take(ConclusionMessage message, ConclusionSource source) {
        Map<ConclusionStatus, Integer> counts = new EnumMap<>(ConclusionStatus.class);
        int known = 0;
        List<Conclusion> rows = message.conclusions();
        for (int from = 0; from < rows.size(); from += TOGETHER) {
            List<Conclusion> some = rows.subList(from, Math.min(from + TOGETHER, rows.size()));
            for (Optional<ConclusionStatus> status : receive(message.messageNo(), some, source)) {
                if (status.isEmpty()) {
                    known++;
                } else {
                    counts.merge(status.get(), 1, Integer::sum);
                }
            }
        }
        return new Summary(
                message.conclusions().size(),
                known,
                counts.getOrDefault(ConclusionStatus.APPLIED, 0),
                counts.getOrDefault(ConclusionStatus.OUTDATED, 0),
                counts.getOrDefault(ConclusionStatus.UNMATCHED, 0),
                counts.getOrDefault(ConclusionStatus.UNKNOWN_LABEL, 0));
    }
}
