/**
 * The student's right to consult and copy what is kept about them (查阅、复制个人信息, PIPL 45): one ZIP, written while it is read, of what
 * every feature contributes through {@link org.tucai.platform.privacy.PersonalData}. Door: {@code GET
 * /api/v1/student/account/copy}. Used by none.
 */
@NullMarked
package org.tucai.disclosure;

import org.jspecify.annotations.NullMarked;
