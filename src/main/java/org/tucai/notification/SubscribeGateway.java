package org.tucai.notification;

/** Port: sends subscribe messages (订阅消息) of the mini program. */
public interface SubscribeGateway {
    /**
     * Sends one message, which uses up one of the user's ticks.
     *
     * @param deliveryNo the same for every try of one message
     */
    SendResult send(String deliveryNo, String openid, SubscribeMessage message);
}
