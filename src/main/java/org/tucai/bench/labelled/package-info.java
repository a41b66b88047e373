/**
 * Portraits with known ground truth, their folds, engines that were not trained on the picture they judge, and the resulting error
 * rates. A new label is a column of {@code labels.csv} and needs no change here.
 */
@NullMarked
package org.tucai.bench.labelled;

import org.jspecify.annotations.NullMarked;
