package org.tucai.authority;

/** A message could not be verified or decrypted; the exception's text reveals nothing of the content. */
public final class MessageRefused extends Exception {
    private static final long serialVersionUID = 1L;

    public MessageRefused(String message) {
        super(message);
    }

    public MessageRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
