package org.tucai.notification;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/**
 * A message in a student's list.
 *
 * @param content sealed values
 * @param subject public number of the thing it is about
 */
@MappedEntity("message")
record Message(
        @Id @GeneratedValue @Nullable Long id,
        String no,
        String accountNo,
        MessageTemplate template,
        String content,
        String subject,
        Instant createdAt,
        @Nullable Instant readAt) {}
