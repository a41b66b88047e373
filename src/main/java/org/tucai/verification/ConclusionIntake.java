package org.tucai.verification;

import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucai.authority.AuthorityLine;
import org.tucai.authority.AuthorityUnavailable;
import org.tucai.authority.ConclusionMessage;
import org.tucai.authority.ConclusionMessage.Conclusion;
import org.tucai.authority.MessagePurpose;
import org.tucai.authority.MessageRefused;
import org.tucai.platform.problem.FieldError;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;

/** Opens what the authority sends, in whatever form, and takes each conclusion in a transaction of its own. */
@Singleton
class ConclusionIntake {
    private static final Logger LOG = LoggerFactory.getLogger(ConclusionIntake.class);
    private static final List<String> HEADER = List.of("studentUniqueNo", "packageNo", "label", "concludedAt");
    /** In bytes; a header takes some hundred and fifty of them. */
    private static final int LONGEST_BEGINNING = 512;

    private static final int LONGEST_STUDENT = 64;
    private static final int LONGEST_LABEL = 20;
    private static final int LONGEST_MESSAGE_NO = 40;
    private static final Pattern PACKAGE = Pattern.compile("[\\x20-\\x7e]{0,24}");
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    private final AuthorityLine line;
    private final ConclusionService conclusions;
    private final JsonMapper json;
    private final InstantSource clock;

    ConclusionIntake(AuthorityLine line, ConclusionService conclusions, JsonMapper json, InstantSource clock) {
        this.line = line;
        this.conclusions = conclusions;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What became of a message's conclusions.
     *
     * @param known those that had come before
     * @param unmatched those without a forwarded capture
     */
    @Serdeable
    record Summary(int received, int known, int applied, int outdated, int unmatched, int unknownLabels) {}

    /**
     * A sealed callback. It may be long, and anybody may send one: its beginning says whether it can be the authority's at all, and
     * only then the rest is read.
     */
    Summary callback(InputStream sealed) {
        try {
            String beginning = new String(sealed.readNBytes(LONGEST_BEGINNING), StandardCharsets.US_ASCII);
            line.requireSender(MessagePurpose.CONCLUSIONS, beginning.strip());
            String message = beginning + new String(sealed.readAllBytes(), StandardCharsets.US_ASCII);
            byte[] content = line.open(MessagePurpose.CONCLUSIONS, message.strip());
            return take(json.readValue(content, ConclusionMessage.class), ConclusionSource.CALLBACK);
        } catch (ProblemException e) {
            LOG.error("A message of the authority's holds a conclusion that cannot be kept: {}", e.getMessage());
            throw e;
        } catch (MessageRefused | IOException e) {
            throw new ProblemException(VerificationProblem.AUTHORITY_CALLBACK_REFUSED);
        } catch (AuthorityUnavailable e) {
            LOG.error("A message of the authority's cannot be judged: {}", e.getMessage());
            throw new ProblemException(VerificationProblem.AUTHORITY_KEYS_MISSING);
        }
    }

    /**
     * A CSV file in UTF-8, whole or not at all. Its first line names the columns: studentUniqueNo, packageNo (may be empty), label,
     * concludedAt (ISO 8601). Blank lines are no rows.
     */
    Summary csv(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        CharBuffer text = CharBuffer.allocate(file.length);
        // a spreadsheet's own encoding would make words of it that nobody ever said
        if (StandardCharsets.UTF_8.newDecoder().decode(bytes, text, true).isError()) {
            long before = IntStream.range(0, bytes.position())
                    .filter(i -> file[i] == '\n')
                    .count();
            throw unreadable((int) before + 1);
        }
        return csv(text.flip().toString());
    }

    Summary csv(String file) {
        List<String> lines = file.replace("\uFEFF", "").lines().toList();
        if (lines.isEmpty() || !isHeader(lines.getFirst())) {
            throw new ProblemException(VerificationProblem.CONCLUSION_HEADER_MISSING);
        }
        List<Conclusion> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                rows.add(row(lines.get(i), i + 1));
            }
        }
        return take(new ConclusionMessage("csv", clock.instant(), rows), ConclusionSource.FILE);
    }

    private Conclusion row(String line, int number) {
        String[] cells = line.split(",", -1);
        try {
            if (cells.length == HEADER.size()) {
                Conclusion row = new Conclusion(
                        cells[0].strip(),
                        cells[1].isBlank() ? null : cells[1].strip(),
                        cells[2].strip(),
                        OffsetDateTime.parse(cells[3].strip()).toInstant());
                if (canBeKept(row)) {
                    return row;
                }
            }
            throw unreadable(number);
        } catch (DateTimeException e) {
            throw unreadable(number);
        }
    }

    /**
     * Whether a conclusion can be kept as it stands. The database would cut what is too long in silence, and one of a day that is
     * still to come, a year mistyped, would stand against every later one.
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

    private static ProblemException unreadable(int number) {
        return new ProblemException(VerificationProblem.CONCLUSION_FILE_UNREADABLE, number);
    }

    private static boolean isHeader(String line) {
        String[] cells = line.split(",", -1);
        return cells.length == HEADER.size()
                && IntStream.range(0, cells.length)
                        .allMatch(i -> cells[i].strip().equalsIgnoreCase(HEADER.get(i)));
    }

    /** A JSON file. */
    Summary json(ConclusionMessage message) {
        return take(message, ConclusionSource.FILE);
    }

    private Summary take(ConclusionMessage message, ConclusionSource source) {
        if (!isWithin(message.messageNo(), LONGEST_MESSAGE_NO)) {
            FieldError error = new FieldError(
                    "长度须在 1 到 " + LONGEST_MESSAGE_NO + " 之间",
                    "must have 1 to " + LONGEST_MESSAGE_NO + " characters",
                    "/messageNo");
            throw new ProblemException(PlatformProblem.INVALID_FIELDS, List.of(error), null);
        }
        for (int i = 0; i < message.conclusions().size(); i++) {
            if (!canBeKept(message.conclusions().get(i))) {
                throw unreadable(i + 1);
            }
        }
        Map<ConclusionStatus, Integer> counts = new EnumMap<>(ConclusionStatus.class);
        int known = 0;
        for (Conclusion conclusion : message.conclusions()) {
            Optional<ConclusionStatus> status = conclusions.receive(message.messageNo(), conclusion, source);
            if (status.isEmpty()) {
                known++;
            } else {
                counts.merge(status.get(), 1, Integer::sum);
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
