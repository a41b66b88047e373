/**
 * Measures the portrait engine: error rates and speed ({@code bench portraits}), memory over thousands of inspections
 * ({@code bench soak-portraits}). A new measurement on the labelled pictures is a {@code *Run} that {@code PortraitsBench} calls.
 */
@NullMarked
package org.tucai.bench.portrait;

import org.jspecify.annotations.NullMarked;
