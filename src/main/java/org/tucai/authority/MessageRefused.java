package org.tucai.authority;

/** A message that does not open; its text says nothing about the content. */
public final class MessageRefused extends Exception {
    private static final long serialVersionUID = 1L;

    public MessageRefused(String message) {
        super(message);
    }

    public MessageRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
