package org.tucai.platform.start;

import java.util.List;

/** A feature that has something to say when the server has started, such as that a port has no implementation. */
public interface StartRemark {
    /** One sentence each, for the person who runs the server; empty when all is well. */
    List<String> remarks();
}
