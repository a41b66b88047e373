package org.tucai.platform.start;

/** A feature that looks at the data before a server opens its doors to anybody. */
public interface StartCheck {
    /**
     * Looks, for a moment only.
     *
     * @throws org.tucai.platform.db.StartRefused with the sentence for the person who runs the server
     */
    void check();
}
