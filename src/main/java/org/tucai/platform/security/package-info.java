/** Who calls: actors, roles, sessions and tokens. */
@NullMarked
package org.tucai.platform.security;

import org.jspecify.annotations.NullMarked;
