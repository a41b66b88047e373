package org.tucai.authority;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * What became of a package at the authority's door.
 *
 * @param packageNo as sent
 * @param accepted false when the picture is returned on quality (凡不符合采集质量标准的不予接收)
 * @param reason why it is returned, in the authority's words, at most 200 characters; null when accepted
 * @param receiptNo the authority's own number, at most 40 characters
 * @param answeredAt when
 */
@Serdeable
public record PackageAnswer(
        String packageNo, boolean accepted, @Nullable String reason, String receiptNo, Instant answeredAt) {}
