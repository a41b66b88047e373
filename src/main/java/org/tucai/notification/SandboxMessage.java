package org.tucai.notification;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/**
 * A message that the sandbox channel accepted.
 *
 * @param recipient keyed hash of the phone number or openid
 * @param content sealed text
 */
@MappedEntity("sandbox_message")
record SandboxMessage(
        @Id @GeneratedValue @Nullable Long id,
        String deliveryNo,
        Channel channel,
        MessageTemplate template,
        String recipient,
        String content,
        Instant sentAt) {}
