/**
 * {@code tucai bench}: measures the program on labelled pictures and on this machine, error rates, speed, memory; trains what is trained.
 * Here stands the command alone; what one command needs has a package of its own, and uses {@code figure}, {@code labelled} and
 * {@code made} below it. A new command goes beside those that need the same pictures, or into a package of its own.
 */
@NullMarked
package org.tucai.bench;

import org.jspecify.annotations.NullMarked;
