/**
 * Identity conclusions (身份核验结论) of the authority, which come by callback or as files, repeatedly and out of order; they are matched
 * to captures or kept for a person to look at. States: {@link org.tucai.verification.ConclusionStatus}. Doors: {@link
 * org.tucai.verification.ConclusionService}, {@code /callbacks/authority/conclusions}, {@code /api/v1/admin/conclusions}.
 */
@NullMarked
package org.tucai.verification;

import org.jspecify.annotations.NullMarked;
