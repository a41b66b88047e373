/** Personal data: types that print masked, and the vault that seals them. */
@NullMarked
package org.tucai.platform.privacy;

import org.jspecify.annotations.NullMarked;
