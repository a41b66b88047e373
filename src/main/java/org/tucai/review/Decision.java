package org.tucai.review;

/** A reviewer's decision on a photo. */
public enum Decision {
    /** 合格. */
    ACCEPT,
    /** 不合格, with reasons. */
    REJECT
}
