/**
 * What all benches share for printing, and no measurements: tables, JSON, percentiles, progress, checks of counts. A figure of only one
 * bench stays with that bench.
 */
@NullMarked
package org.tucai.bench.figure;

import org.jspecify.annotations.NullMarked;
