package org.tucai.authority;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * What became of a package at the authority's door. One that does not say so is no answer: left out, {@code accepted} would be false, and a
 * student told to shoot again.
 *
 * @param packageNo as sent
 * @param accepted false when the picture is returned on quality (凡不符合采集质量标准的不予接收)
 * @param reason why it is returned, in the authority's words, at most 200 characters; null when accepted
 * @param receiptNo the authority's own number, at most 40 characters
 * @param answeredAt when
 */
@Serdeable
public record PackageAnswer(
        @JsonProperty(required = true) String packageNo,
        @JsonProperty(required = true) boolean accepted,
        @Nullable String reason,
        @JsonProperty(required = true) String receiptNo,
        Instant answeredAt) {}
