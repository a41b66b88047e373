package org.tucai.notification;

import org.tucai.platform.privacy.PhoneNumber;

/** Port: sends SMS. */
public interface SmsGateway {
    /**
     * Sends one SMS.
     *
     * @param deliveryNo the same for every try of one message, which the gateway must send only once
     */
    SendResult send(String deliveryNo, PhoneNumber to, SmsMessage message);
}
