package org.tucai.proofreading;

/** What the student says. */
public enum Answer {
    /** 正确. */
    CORRECT,
    /** 有误. */
    WRONG
}
