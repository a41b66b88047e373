package org.tucai.notification;

/** Channels that reach students outside the app. */
public enum Channel {
    /** 订阅消息 of the mini program. */
    SUBSCRIBE,
    /** 短信. */
    SMS
}
