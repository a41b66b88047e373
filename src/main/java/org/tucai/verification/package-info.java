/**
 * Identity conclusions (身份核验结论) of the authority: by callback and by file, repeated and out of order, matched to captures or
 * kept for a person. States: {@link org.tucai.verification.ConclusionStatus}. Doors: {@link
 * org.tucai.verification.ConclusionService}, {@code /callbacks/authority/conclusions}, {@code /api/v1/admin/conclusions}.
 */
@NullMarked
package org.tucai.verification;

import org.jspecify.annotations.NullMarked;
