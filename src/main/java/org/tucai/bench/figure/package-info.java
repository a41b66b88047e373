/**
 * What every bench prints and nothing that it measures: tables, JSON, percentiles, progress, and the counts it is told. A figure that
 * only one bench knows stays with that bench.
 */
@NullMarked
package org.tucai.bench.figure;

import org.jspecify.annotations.NullMarked;
