package org.tucai.notification;

import java.util.Optional;

/** Port: knows where accounts can be reached. */
public interface RecipientDirectory {
    /** Empty if there is no such account (any more). */
    Optional<Recipient> recipient(String accountNo);

    /** Whether the account (still) exists: called for every message, and decrypts nothing. */
    boolean isThere(String accountNo);
}
