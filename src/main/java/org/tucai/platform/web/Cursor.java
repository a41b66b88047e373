package org.tucai.platform.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.problem.FieldError;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;

/**
 * A place in a list ordered by instant, then public number; opaque to clients, free of database ids.
 *
 * @param at the last item's instant, microseconds
 * @param no the last item's public number
 */
public record Cursor(Instant at, String no) {
    private static final int LONGEST = 200;
    private static final char MARK = '.';
    private static final FieldError FOREIGN =
            new FieldError("须为上一页返回的 next，或不填", "must be the next value of the previous page, or omitted", "?cursor");
    private static final FieldError OF_ANOTHER_LIST = new FieldError(
            "须为本列表在相同筛选条件下返回的 next，或不填",
            "must be a next value of this list with the same filters, or omitted",
            "?cursor");

    /** Before everything. */
    public static final Cursor START = new Cursor(Instant.EPOCH, "");

    /** After everything: where lists that show the newest first begin. */
    public static final Cursor END = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), "~");

    public String encode() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((at + "|" + no).getBytes(StandardCharsets.UTF_8));
    }

    /** A cursor's text together with the mark of the list that issued it. */
    static String marked(String text, String mark) {
        return text + MARK + mark;
    }

    /**
     * Refuses the mark of another list. A cursor without a mark is accepted: it was issued before there were marks.
     *
     * @throws ProblemException {@link PlatformProblem#INVALID_FIELDS} when the text has another list's mark
     */
    static void requireMark(String text, String mark) {
        int at = text.indexOf(MARK);
        if (at >= 0 && !text.substring(at + 1).equals(mark)) {
            throw refused(OF_ANOTHER_LIST);
        }
    }

    /** The {@code cursor} parameter a client sent, its mark looked at, or {@code start} when it sent none. */
    public static Cursor decode(@Nullable String text, Cursor start) {
        int at = text == null ? -1 : text.indexOf(MARK);
        return decode(text == null || at < 0 ? text : text.substring(0, at), start, FOREIGN);
    }

    /**
     * The cursor a client sent, or {@code start} when it sent none.
     *
     * @param foreign the error if it is refused
     * @throws ProblemException {@link PlatformProblem#INVALID_FIELDS} when no list can have issued it
     */
    public static Cursor decode(@Nullable String text, Cursor start, FieldError foreign) {
        if (text == null || text.isEmpty()) {
            return start;
        }
        try {
            if (text.length() > LONGEST) {
                throw refused(foreign);
            }
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", 2);
            Instant at = Instant.parse(parts[0]);
            boolean given = !at.isBefore(START.at())
                    && !at.isAfter(END.at())
                    && parts[1].chars().allMatch(c -> c > ' ' && c < 127);
            if (!given) { // the database takes neither such instants nor such numbers
                throw refused(foreign);
            }
            return new Cursor(at, parts[1]);
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw refused(foreign);
        }
    }

    private static ProblemException refused(FieldError foreign) {
        return PlatformProblem.invalidFields(List.of(foreign));
    }
}
