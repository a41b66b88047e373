package org.tucai.proofreading;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tucai.platform.web.Language;
import org.tucai.platform.web.PiecewiseStream;

/**
 * A campaign's proofreading sheet (图像信息校对反馈表, DOMAIN §5 [S3]): class by class, students by 学号, to be signed by each student, the
 * 辅导员 and the 学院.
 *
 * @param drawnOn the day in China of which it tells
 * @param rows in the order of {@link SheetRow#ORDER}
 * @param forgotten how many were captured of whom nothing is kept any more
 * @param unreadable how many were captured of whom the details are kept but cannot be read
 */
public record Sheet(
        String schoolName,
        String campaignName,
        ClassScheme classes,
        LocalDate drawnOn,
        List<SheetRow> rows,
        int forgotten,
        int unreadable) {
    /** Content-Security-Policy of {@link #toPrint}: nothing but its own style is allowed. */
    public static final String POLICY = SheetPage.POLICY;

    /** As a document to be printed (HTML), made while it is read. */
    public InputStream toPrint(Language language) {
        return new PiecewiseStream(new SheetPieces(this, new SheetPage(this, language)));
    }

    /** As CSV, made while it is read. */
    public InputStream toTable(Language language) {
        return new PiecewiseStream(new SheetPieces(this, new SheetTable(this, language)));
    }

    /** Views of the rows, one for each class. */
    List<List<SheetRow>> byClass() {
        List<List<SheetRow>> found = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= rows.size(); i++) {
            if (i == rows.size()
                    || !rows.get(i).className().equals(rows.get(from).className())) {
                found.add(rows.subList(from, i));
                from = i;
            }
        }
        return found;
    }

    @Override
    public String toString() {
        return "Sheet[" + rows.size() + " students]";
    }
}
