/**
 * The student's information check (图像信息核对) after acceptance: 正确 or 有误, asked twice, within fifteen working days unless set
 * otherwise; 有误 opens an erratum that a manager resolves.
 *
 * <p>States: {@link org.tucai.proofreading.ProofreadingStatus}. Doors: {@link org.tucai.proofreading.ProofreadingService} for
 * the student, {@link org.tucai.proofreading.ErratumService} for the manager, {@link org.tucai.proofreading.SheetDesk} for the school;
 * opened by the capture's acceptance.
 */
@NullMarked
package org.tucai.proofreading;

import org.jspecify.annotations.NullMarked;
