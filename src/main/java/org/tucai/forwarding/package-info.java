/**
 * Accepted photos on their way to the authority, in encrypted and signed packages that it acknowledges or returns. States: {@link
 * org.tucai.forwarding.PackageStatus}. Doors: {@link org.tucai.forwarding.ForwardingService}, {@code /api/v1/admin/packages}.
 */
@NullMarked
package org.tucai.forwarding;

import org.jspecify.annotations.NullMarked;
