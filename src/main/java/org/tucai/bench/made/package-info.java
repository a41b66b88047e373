/**
 * Pictures made from good portraits in the standard view: degraded, drawn on, or with another background. They stand in for faults of
 * which there are too few pictures, for measuring and training. A new fault to measure is a line of {@code MadeNegatives}; the code that
 * draws it goes beside its like: {@code Spoiled} changes the whole picture, {@code Drawn} and {@code Jewels} the person, {@code Behind}
 * the surroundings.
 */
@NullMarked
package org.tucai.bench.made;

import org.jspecify.annotations.NullMarked;
