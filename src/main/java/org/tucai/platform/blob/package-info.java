/** The store of pictures, sealed at rest. */
@NullMarked
package org.tucai.platform.blob;

import org.jspecify.annotations.NullMarked;
