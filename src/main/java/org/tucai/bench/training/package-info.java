/**
 * Trains the classifiers of the portrait rules ({@code bench train}) and cuts what their networks are trained on ({@code bench closeups});
 * {@code src/train} trains those. What a rule learns from is a line of {@code HeadPlan}, a picture to learn from one of {@code Examples}.
 */
@NullMarked
package org.tucai.bench.training;

import org.jspecify.annotations.NullMarked;
