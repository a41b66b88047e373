package org.tucai.authority;

/** The purposes of sealed messages; each message is bound to its purpose as its type. */
public final class MessagePurpose {
    /** Authority to unit: the keys that open capture codes. */
    public static final String CODE_KEYS = "tucai-code-keys";
    /** Unit to authority: accepted photos. */
    public static final String PACKAGE = "tucai-package";
    /** Authority to unit: a package acknowledged or returned. */
    public static final String PACKAGE_ANSWER = "tucai-package-answer";
    /** Authority to unit: identity conclusions. */
    public static final String CONCLUSIONS = "tucai-conclusions";

    private MessagePurpose() {}
}
