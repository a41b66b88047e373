package org.tucai.capture;

import org.jspecify.annotations.Nullable;
import org.tucai.order.Prints;

/**
 * A student's request to have a photo reviewed.
 *
 * @param photoNo the photo that was looked at and confirmed
 * @param prints extra prints (加印照片) wanted; null for none
 */
public record SubmitCapture(String photoNo, @Nullable Prints prints) {}
