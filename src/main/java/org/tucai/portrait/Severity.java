package org.tucai.portrait;

/** The consequence of breaking a rule. */
public enum Severity {
    /** The picture is refused. */
    HARD,
    /** A person looks at the picture. */
    SOFT
}
