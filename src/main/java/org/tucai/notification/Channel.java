package org.tucai.notification;

/** The ways out of the house. */
public enum Channel {
    /** 订阅消息 of the mini program. */
    SUBSCRIBE,
    /** 短信. */
    SMS
}
