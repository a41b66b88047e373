package org.tucai.notification;

import java.util.Optional;

/** Port: knows where accounts can be reached. */
public interface RecipientDirectory {
    /**
     * Where the account can be reached on that channel; empty if there is no such account (any more). What the other channel needs is not
     * opened: if it is damaged, this one works all the same.
     *
     * @throws org.tucai.platform.privacy.SealBrokenException if the stored number or id is damaged
     */
    Optional<Recipient> recipient(String accountNo, Channel channel);

    /** Whether the account (still) exists: called for every message, and decrypts nothing. */
    boolean isThere(String accountNo);
}
