/**
 * {@code tucai bench}: measures error rates, speed and memory, on labelled pictures and on this machine, and trains the classifiers.
 * This package holds the parent command only; subcommands have packages of their own, which use {@code figure}, {@code labelled} and
 * {@code made}. A new command goes beside those that need the same pictures, or into a new package.
 */
@NullMarked
package org.tucai.bench;

import org.jspecify.annotations.NullMarked;
