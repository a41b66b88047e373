package org.tucai.authority;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * The authority's answer to a package. An answer without {@code accepted} is invalid: it would otherwise default to false, and the
 * student would be told to shoot again.
 *
 * @param packageNo as sent
 * @param accepted false if the picture is returned for its quality (凡不符合采集质量标准的不予接收)
 * @param reason why it is returned, in the authority's words, at most 200 characters; null if accepted
 * @param receiptNo the authority's own number, at most 40 characters
 * @param answeredAt when the authority answered
 */
@Serdeable
public record PackageAnswer(
        @JsonProperty(required = true) String packageNo,
        @JsonProperty(required = true) boolean accepted,
        @Nullable String reason,
        @JsonProperty(required = true) String receiptNo,
        Instant answeredAt) {}
