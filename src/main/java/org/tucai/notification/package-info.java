/**
 * Telling students what happened: in-app messages always, a subscribe message when there is a tick for it, an SMS for what
 * must arrive (DOMAIN §4). Deliveries go {@code QUEUED → SENDING → SENT | DROPPED}. Doors: {@link
 * org.tucai.notification.NotificationService}, {@link org.tucai.notification.RecipientDirectory}, {@link
 * org.tucai.notification.SmsGateway}, {@link org.tucai.notification.SubscribeGateway}.
 */
@NullMarked
package org.tucai.notification;

import org.jspecify.annotations.NullMarked;
