package org.tucai.proofreading;

import java.util.Comparator;
import org.tucai.capture.CaptureFacts;

/**
 * One student on a sheet.
 *
 * @param studentNo 学号; empty where the code carries none
 * @param maskedName as the authority masks it
 */
record SheetRow(String className, String studentNo, String maskedName, CheckResult result) {
    /** By class, within it by 学号; those without stand last. */
    static final Comparator<SheetRow> ORDER = Comparator.comparing(
                    SheetRow::className,
                    Comparator.<String, Boolean>comparing(CaptureFacts.WITHOUT_STUDENT_NO::equals)
                            .thenComparing(StudentNoOrder.INSTANCE))
            .thenComparing(SheetRow::studentNo, StudentNoOrder.INSTANCE);

    @Override
    public String toString() {
        return "SheetRow[***]";
    }
}
