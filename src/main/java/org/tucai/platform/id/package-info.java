/** Random public numbers; a database id never leaves the JVM. */
@NullMarked
package org.tucai.platform.id;

import org.jspecify.annotations.NullMarked;
