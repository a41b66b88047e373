/**
 * Messages that tell students what happened: always in the app, also as a subscribe message if ticked, and by SMS if they must
 * arrive (DOMAIN §4). Deliveries go {@code QUEUED → SENDING → SENT | DROPPED}. Doors: {@link
 * org.tucai.notification.NotificationService}, {@link org.tucai.notification.RecipientDirectory}, {@link
 * org.tucai.notification.SmsGateway}, {@link org.tucai.notification.SubscribeGateway}.
 */
@NullMarked
package org.tucai.notification;

import org.jspecify.annotations.NullMarked;
