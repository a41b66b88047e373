package org.tucai.campaign;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;

/**
 * An open campaign and the end of the window it is in.
 *
 * @param endsAt first instant that is too late
 */
@Introspected
public record EndingWindow(String campaignNo, Instant endsAt) {}
