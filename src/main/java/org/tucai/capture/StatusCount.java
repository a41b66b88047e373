package org.tucai.capture;

import io.micronaut.core.annotation.Introspected;

/** How many captures of a campaign stand where. */
@Introspected
public record StatusCount(String campaignNo, CaptureStatus status, long count) {}
