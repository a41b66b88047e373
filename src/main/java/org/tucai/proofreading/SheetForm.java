package org.tucai.proofreading;

import java.util.List;

/** How a sheet is written down: what stands before and after it, each class and each student. */
interface SheetForm {
    String head();

    String open(List<SheetRow> ofClass);

    /**
     * One student.
     *
     * @param number 序号 within the class, from 1
     * @param last whether it is the last of the class
     */
    String line(int number, SheetRow row, boolean last);

    String close(List<SheetRow> ofClass);

    String foot();
}
