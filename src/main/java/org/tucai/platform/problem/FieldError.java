package org.tucai.platform.problem;

import io.micronaut.serde.annotation.Serdeable;

/**
 * One field at fault.
 *
 * @param detail what is wrong with it
 * @param pointer RFC 6901 pointer into the body, {@code /lastFour}, or the name of a query parameter after {@code ?}
 */
@Serdeable
public record FieldError(String detail, String pointer) {}
