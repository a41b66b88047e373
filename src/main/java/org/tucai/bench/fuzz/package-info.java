/**
 * Sends broken picture files through the code reader ({@code bench fuzz-codes}) and down the path of every upload
 * ({@code bench fuzz-portraits}). A new kind of intact file goes into the seeds, a new way to break one into {@code FileMutation} for the
 * former and {@code Mutation} for the latter.
 */
@NullMarked
package org.tucai.bench.fuzz;

import org.jspecify.annotations.NullMarked;
