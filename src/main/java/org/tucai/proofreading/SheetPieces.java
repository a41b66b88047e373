package org.tucai.proofreading;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.web.PiecewiseStream;

/** A sheet written down line by line, some lines at once: a campaign of many thousands never stands in memory as text. */
final class SheetPieces implements PiecewiseStream.Pieces {
    private static final int LINES_AT_ONCE = 200;

    private final SheetForm form;
    private final Iterator<List<SheetRow>> classes;
    private List<SheetRow> ofClass = List.of();
    private ListIterator<SheetRow> rest = ofClass.listIterator();
    private boolean begun;
    private boolean ended;

    SheetPieces(Sheet sheet, SheetForm form) {
        this.form = form;
        this.classes = sheet.byClass().iterator();
    }

    @Override
    public byte @Nullable [] next() {
        if (ended) {
            return null;
        }
        StringBuilder piece = new StringBuilder();
        if (!begun) {
            piece.append(form.head());
            begun = true;
        }
        for (int i = 0; i < LINES_AT_ONCE && !ended; i++) {
            ended = !writeLine(piece);
        }
        return piece.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** One student, or the end; answers whether there may be more. */
    private boolean writeLine(StringBuilder piece) {
        if (!rest.hasNext()) {
            if (!ofClass.isEmpty()) {
                piece.append(form.close(ofClass));
            }
            if (!classes.hasNext()) {
                piece.append(form.foot());
                return false;
            }
            ofClass = classes.next();
            rest = ofClass.listIterator();
            piece.append(form.open(ofClass));
        }
        int number = rest.nextIndex() + 1;
        piece.append(form.line(number, rest.next(), !rest.hasNext()));
        return true;
    }
}
