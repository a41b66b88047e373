package org.tucai.review;

/** What a reviewer says of a photo. */
public enum Decision {
    /** 合格. */
    ACCEPT,
    /** 不合格, with reasons. */
    REJECT
}
