/** Measures the program on labelled pictures and on this machine: error rates, speed, memory; trains what is trained. */
@NullMarked
package org.tucai.bench;

import org.jspecify.annotations.NullMarked;
