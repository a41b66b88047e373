/**
 * The portrait engine measured: error rates and speed ({@code bench portraits}), memory over thousands of inspections
 * ({@code bench soak-portraits}). A new question to the labelled pictures is a {@code *Run} of its own that {@code PortraitsBench} calls.
 */
@NullMarked
package org.tucai.bench.portrait;

import org.jspecify.annotations.NullMarked;
