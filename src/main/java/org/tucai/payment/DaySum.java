package org.tucai.payment;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;

/**
 * Money of one day.
 *
 * @param day in China
 * @param items how many payments or refunds
 * @param minor fen
 */
@Introspected
public record DaySum(LocalDate day, long items, long minor) {}
