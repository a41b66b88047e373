package org.tucai.portrait;

/** What breaking a rule means for the picture. */
public enum Severity {
    /** The picture is refused. */
    HARD,
    /** A person looks at the picture. */
    SOFT
}
