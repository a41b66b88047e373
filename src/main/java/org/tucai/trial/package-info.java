/**
 * What the demo and the benches share to try a server out: a client of its API, the manager's sign-in, a campaign's terms, and being told to
 * stop in the middle. What only one of the two does stays with it.
 */
@NullMarked
package org.tucai.trial;

import org.jspecify.annotations.NullMarked;
