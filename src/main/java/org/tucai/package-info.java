/** Tucai (图采), the backend of a graduation image capture service. */
@NullMarked
package org.tucai;

import org.jspecify.annotations.NullMarked;
