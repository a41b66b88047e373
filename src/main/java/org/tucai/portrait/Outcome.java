package org.tucai.portrait;

/** The result of one rule. */
public enum Outcome {
    /** The picture meets the rule. */
    PASS,
    /** The picture breaks the rule. */
    FAIL,
    /** The rule could not be judged on this picture or in this mode. */
    NOT_ASSESSED
}
