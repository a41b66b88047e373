package org.tucai.proofreading;

/** The student's answer to an information check. */
public enum Answer {
    /** 正确. */
    CORRECT,
    /** 有误. */
    WRONG
}
