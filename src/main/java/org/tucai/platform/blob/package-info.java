/** The store of pictures and packages, sealed at rest. */
@NullMarked
package org.tucai.platform.blob;

import org.jspecify.annotations.NullMarked;
