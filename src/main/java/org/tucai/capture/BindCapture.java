package org.tucai.capture;

import org.jspecify.annotations.Nullable;

/**
 * A student's request to begin a capture.
 *
 * @param featureCode 采集特征码 of the campaign
 * @param consentVersion version of the notice that was read; null when it was not accepted
 */
public record BindCapture(String featureCode, @Nullable String consentVersion) {}
