/** What a person has to hear when the server starts, and what keeps it from opening its doors. */
@NullMarked
package org.tucai.platform.start;

import org.jspecify.annotations.NullMarked;
