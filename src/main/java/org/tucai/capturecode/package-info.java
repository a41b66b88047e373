/**
 * Capture codes (图像采集码): what the authority hands a student, opened and checked. States: {@link
 * org.tucai.capturecode.CodeKeyStatus}. Doors: {@link org.tucai.capturecode.CaptureCodeService}, {@link
 * org.tucai.capturecode.CodeAuthority}, {@code /api/v1/student/codes}, {@code /api/v1/admin/code-keys}.
 */
@NullMarked
package org.tucai.capturecode;

import org.jspecify.annotations.NullMarked;
