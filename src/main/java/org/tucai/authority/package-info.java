/**
 * The line to the authority (学信网): this unit's keys, the authority's keys, messages encrypted and signed in both directions. Doors:
 * {@link org.tucai.authority.AuthorityLine}, {@link org.tucai.authority.SealedMessage}.
 */
@NullMarked
package org.tucai.authority;

import org.jspecify.annotations.NullMarked;
