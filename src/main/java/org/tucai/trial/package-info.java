/**
 * What the demo and the benches share to try out a server: a client of its API, the manager's sign-in, campaign terms, and interrupting
 * work on a signal to stop. What only one of the two needs stays there.
 */
@NullMarked
package org.tucai.trial;

import org.jspecify.annotations.NullMarked;
