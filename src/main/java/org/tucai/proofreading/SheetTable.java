package org.tucai.proofreading;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.tucai.platform.web.Csv;
import org.tucai.platform.web.Language;

/** A sheet as CSV: a line for each student. */
record SheetTable(Sheet sheet, Language language) implements SheetForm {
    @Override
    public String head() {
        Stream<String> columns = Arrays.stream(SheetColumn.values()).map(c -> c.in(language));
        return Csv.BYTE_ORDER_MARK
                + Csv.line(Stream.concat(Stream.of(sheet.classes().label(language)), columns)
                        .toArray(String[]::new));
    }

    @Override
    public String open(List<SheetRow> ofClass) {
        return "";
    }

    @Override
    public String line(int number, SheetRow row, boolean last) {
        return Csv.line(
                row.className(),
                Integer.toString(number),
                row.studentNo(),
                row.maskedName(),
                row.result().in(language),
                "");
    }

    @Override
    public String close(List<SheetRow> ofClass) {
        return "";
    }

    @Override
    public String foot() {
        return "";
    }
}
