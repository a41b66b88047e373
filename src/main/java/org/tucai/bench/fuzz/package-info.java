/**
 * Broken picture files, sent through the code reader ({@code bench fuzz-codes}) and the way that every upload takes
 * ({@code bench fuzz-portraits}). A new kind of whole file goes into the seeds, a new way to break one into {@code Mutation}.
 */
@NullMarked
package org.tucai.bench.fuzz;

import org.jspecify.annotations.NullMarked;
