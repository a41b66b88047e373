package org.tucai.notification;

import org.tucai.platform.privacy.PhoneNumber;

/** Port: sends SMS. */
public interface SmsGateway {
    /**
     * Sends one.
     *
     * @param deliveryNo the same for every try of one message: the gateway sends it once
     */
    SendResult send(String deliveryNo, PhoneNumber to, SmsMessage message);
}
