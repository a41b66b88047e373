package org.tucai.capture;

import jakarta.inject.Singleton;
import org.tucai.testing.Resettable;

/** What a server that has just been started does not know. */
@Singleton
public class RestartedServer implements Resettable {
    private final ChangeClock changes;

    RestartedServer(ChangeClock changes) {
        this.changes = changes;
    }

    @Override
    public void reset() {
        changes.forget();
    }
}
