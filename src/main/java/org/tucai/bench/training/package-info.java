/**
 * Trains the classifiers of the portrait rules ({@code bench train}) and crops the training data ({@code bench closeups}) of the networks
 * that {@code src/train} trains. The inputs of a rule are a line of {@code HeadPlan}, a picture to learn from is one of {@code Examples}.
 */
@NullMarked
package org.tucai.bench.training;

import org.jspecify.annotations.NullMarked;
