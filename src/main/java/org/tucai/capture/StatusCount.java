package org.tucai.capture;

import io.micronaut.core.annotation.Introspected;

/** Number of captures of a campaign in one status. */
@Introspected
public record StatusCount(String campaignNo, CaptureStatus status, long count) {}
