/**
 * Portraits whose truth is known, their folds, engines that have not seen the picture they judge, and the error rates that come of both. A
 * new label is a column of {@code labels.csv} and needs nothing here.
 */
@NullMarked
package org.tucai.bench.labelled;

import org.jspecify.annotations.NullMarked;
