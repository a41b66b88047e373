/** The database: embedded or configured, checked at start, deadlocks re-run in one place. */
@NullMarked
package org.tucai.platform.db;

import org.jspecify.annotations.NullMarked;
