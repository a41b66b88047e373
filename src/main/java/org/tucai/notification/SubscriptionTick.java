package org.tucai.notification;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/**
 * How many subscribe messages of one template the student still allows us to send.
 *
 * @param remaining 0..100
 */
@MappedEntity("subscription_tick")
record SubscriptionTick(
        @Id @GeneratedValue @Nullable Long id, String accountNo, MessageTemplate template, int remaining) {}
