package org.tucai.capturecode;

import java.time.Instant;

/**
 * A code an account has opened.
 *
 * @param no public number, known to that account only
 * @param code its facts
 * @param expiresAt until when it can be confirmed and used: 30 minutes after it was opened, or the code's own end
 * @param confirmed whether the last four characters were entered rightly
 */
public record OpenedCode(String no, CaptureCode code, Instant expiresAt, boolean confirmed) {}
