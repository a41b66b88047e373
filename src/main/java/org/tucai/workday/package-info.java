/**
 * Working days (工作日) of mainland China: weekday holidays off, make-up weekends worked, and due dates that say whether they
 * are certain. Doors: {@link org.tucai.workday.WorkdayCalendar}, {@code /api/v1/admin/calendar-years}.
 */
@NullMarked
package org.tucai.workday;

import org.jspecify.annotations.NullMarked;
