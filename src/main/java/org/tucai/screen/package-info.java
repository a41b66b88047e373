/**
 * The screens of the student's mini program: one call each, texts ready to show, and in {@code nextStep} what to do next. Uses
 * the student's features, is used by none.
 */
@NullMarked
package org.tucai.screen;

import org.jspecify.annotations.NullMarked;
