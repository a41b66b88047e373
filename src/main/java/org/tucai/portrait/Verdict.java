package org.tucai.portrait;

/** The overall result of all rules. */
public enum Verdict {
    /** Every rule is met. */
    PASS,
    /** A soft rule is broken, or a rule could not be judged: a person must look. */
    REVIEW,
    /** A hard rule is broken. */
    FAIL
}
