package org.tucai.order;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;

/**
 * What was sold of one kind on one day.
 *
 * @param day in China
 * @param minor fen
 */
@Introspected
record DayLineSum(LocalDate day, LineKind kind, long minor) {}
