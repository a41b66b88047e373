package org.tucai.notification;

import java.util.Optional;

/** Port: knows where accounts can be reached. */
public interface RecipientDirectory {
    /** Empty when there is no such account (any more). */
    Optional<Recipient> recipient(String accountNo);

    /** Whether there is such an account (any more): asked for every message, and opens nothing that is sealed. */
    boolean isThere(String accountNo);
}
