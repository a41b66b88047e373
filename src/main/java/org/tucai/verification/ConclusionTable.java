package org.tucai.verification;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tucai.authority.ConclusionMessage.Conclusion;
import org.tucai.platform.problem.ProblemException;

/**
 * Reads conclusions from CSV in UTF-8. Its first line names the columns: studentUniqueNo, packageNo (may be empty), label, concludedAt
 * (ISO 8601). Blank lines are skipped.
 */
final class ConclusionTable {
    private static final List<String> HEADER = List.of("studentUniqueNo", "packageNo", "label", "concludedAt");
    private static final Pattern QUOTED = Pattern.compile("^\"(.*)\"$");
    /** A quotation mark without its partner would become part of a label that does not exist. */
    private static final String HALF_A_QUOTATION = "\"";

    private ConclusionTable() {}

    /**
     * The conclusions by the number of their line, from 2.
     *
     * @param kept whether a conclusion can be kept
     * @throws ProblemException {@link VerificationProblem#CONCLUSION_HEADER_MISSING}, or {@link
     *     VerificationProblem#CONCLUSION_FILE_UNREADABLE} naming the first line that is no conclusion or cannot be kept
     */
    static SequencedMap<Integer, Conclusion> read(byte[] file, Predicate<Conclusion> kept) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        CharBuffer text = CharBuffer.allocate(file.length);
        // strict, because another encoding, as spreadsheets write, would decode to labels that do not exist
        if (StandardCharsets.UTF_8.newDecoder().decode(bytes, text, true).isError()) {
            long before = IntStream.range(0, bytes.position())
                    .filter(i -> file[i] == '\n')
                    .count();
            throw unreadable((int) before + 1);
        }
        return read(text.flip().toString(), kept);
    }

    private static SequencedMap<Integer, Conclusion> read(String file, Predicate<Conclusion> kept) {
        List<String> lines = file.replace("\uFEFF", "").lines().toList();
        if (lines.isEmpty() || !isHeader(lines.getFirst())) {
            throw new ProblemException(VerificationProblem.CONCLUSION_HEADER_MISSING);
        }
        SequencedMap<Integer, Conclusion> rows = new LinkedHashMap<>();
        for (int number = 2; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            if (!line.isBlank()) {
                Conclusion row = row(cells(line));
                if (row == null || !kept.test(row)) {
                    throw unreadable(number);
                }
                rows.put(number, row);
            }
        }
        return rows;
    }

    /** Null when the cells are no conclusion. */
    private static @Nullable Conclusion row(List<String> cells) {
        if (cells.size() != HEADER.size() || cells.stream().anyMatch(cell -> cell.contains(HALF_A_QUOTATION))) {
            return null;
        }
        try {
            return new Conclusion(
                    cells.get(0),
                    cells.get(1).isEmpty() ? null : cells.get(1),
                    cells.get(2),
                    OffsetDateTime.parse(cells.get(3)).toInstant());
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean isHeader(String line) {
        List<String> cells = cells(line);
        return cells.size() == HEADER.size()
                && IntStream.range(0, cells.size()).allMatch(i -> cells.get(i).equalsIgnoreCase(HEADER.get(i)));
    }

    /** Splits at commas, which no column contains, and removes the quotes that some programs put around every cell. */
    private static List<String> cells(String line) {
        return Arrays.stream(line.split(",", -1))
                .map(String::strip)
                .map(cell -> QUOTED.matcher(cell).replaceFirst("$1").strip())
                .toList();
    }

    /** The refusal of a file for that line, or that entry of a JSON file. */
    static ProblemException unreadable(int number) {
        return new ProblemException(VerificationProblem.CONCLUSION_FILE_UNREADABLE, number);
    }
}
