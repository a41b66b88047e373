package org.tucai.workday;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The end of the n-th working day after a submission.
 *
 * @param at when it is over: the start of the following day in China
 * @param day the last day on which the work is in time
 * @param provisional true when the count crosses a year whose holidays are not loaded: the date may still move
 */
public record DueDate(Instant at, LocalDate day, boolean provisional) {}
