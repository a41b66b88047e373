package org.tucai.testing;

/** A fake or cache that forgets everything before each test. */
public interface Resettable {
    void reset();
}
