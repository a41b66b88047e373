package org.tucai.verification;

import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucai.authority.AuthorityLine;
import org.tucai.authority.AuthorityUnavailable;
import org.tucai.authority.ConclusionMessage;
import org.tucai.authority.ConclusionMessage.Conclusion;
import org.tucai.authority.MessagePurpose;
import org.tucai.authority.MessageRefused;
import org.tucai.platform.problem.ProblemException;

/** Opens what the authority sends, in whatever form, and takes each conclusion in a transaction of its own. */
@Singleton
class ConclusionIntake {
    private static final Logger LOG = LoggerFactory.getLogger(ConclusionIntake.class);
    private static final List<String> HEADER = List.of("studentUniqueNo", "packageNo", "label", "concludedAt");

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

    /** A sealed callback. */
    Summary callback(String sealed) {
        try {
            byte[] content = line.open(MessagePurpose.CONCLUSIONS, sealed.strip());
            return take(json.readValue(content, ConclusionMessage.class), ConclusionSource.CALLBACK);
        } catch (MessageRefused | IOException e) {
            throw new ProblemException(VerificationProblem.AUTHORITY_CALLBACK_REFUSED);
        } catch (AuthorityUnavailable e) {
            LOG.error("A message of the authority's cannot be judged: {}", e.getMessage());
            throw new ProblemException(VerificationProblem.AUTHORITY_KEYS_MISSING);
        }
    }

    /** A CSV file whose first line names the columns: studentUniqueNo, packageNo (may be empty), label, concludedAt (ISO 8601). */
    Summary csv(String file) {
        List<String> lines = file.replace("\uFEFF", "").lines().toList();
        if (lines.isEmpty() || !isHeader(lines.getFirst())) {
            throw new ProblemException(VerificationProblem.CONCLUSION_HEADER_MISSING);
        }
        List<Conclusion> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split(",", -1);
            try {
                if (cells.length != HEADER.size() || cells[0].isBlank() || cells[2].isBlank()) {
                    throw new DateTimeException("columns");
                }
                rows.add(new Conclusion(
                        cells[0].strip(),
                        cells[1].isBlank() ? null : cells[1].strip(),
                        cells[2].strip(),
                        OffsetDateTime.parse(cells[3].strip()).toInstant()));
            } catch (DateTimeException e) {
                throw new ProblemException(VerificationProblem.CONCLUSION_FILE_UNREADABLE, i + 1);
            }
        }
        return take(new ConclusionMessage("csv", clock.instant(), rows), ConclusionSource.FILE);
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
