package org.tucai.capturecode;

import java.util.List;

/** Where new keys come from when a code names one that is not held yet. Calls the authority: never inside a transaction. */
public interface CodeKeySource {
    /**
     * The keys the authority shares with this unit now; empty where it hands out none.
     *
     * @throws RuntimeException when it cannot be asked
     */
    List<CodeKey> fetch();
}
