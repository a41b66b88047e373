package org.tucai.capture;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;

/** How many captures moved to a status on a day in China; one that moved there twice counts once. */
@Introspected
public record DayCount(LocalDate day, CaptureStatus status, long count) {}
