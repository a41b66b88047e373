package org.tucai.platform.start;

/** A feature's check of the data before the server accepts requests. */
public interface StartCheck {
    /**
     * Checks; must not take long.
     *
     * @throws org.tucai.platform.db.StartRefused with the sentence for the person who runs the server
     */
    void check();
}
