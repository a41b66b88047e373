/** Figures for the people who run the server: no person, number or address in any of them. */
@NullMarked
package org.tucai.platform.metrics;

import org.jspecify.annotations.NullMarked;
