/**
 * Pictures made from good portraits in the standard view: spoiled, drawn on, with something put behind. They stand for faults of which there
 * are too few pictures, to measure with and to train on. A new fault to measure is a line of {@code MadeNegatives}; what it takes to draw it
 * goes beside its like: {@code Spoiled} changes the whole picture, {@code Drawn} and {@code Jewels} the person, {@code Behind} what is around.
 */
@NullMarked
package org.tucai.bench.made;

import org.jspecify.annotations.NullMarked;
