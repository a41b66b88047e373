/**
 * The people and programs that work here: reviewers and managers, who sign in by name and password, and schools' clients. Both
 * go {@code ACTIVE ↔ DISABLED}. Doors: {@link org.tucai.staff.StaffService}, {@link org.tucai.staff.SchoolClients},
 * {@link org.tucai.staff.LostPassword}.
 */
@NullMarked
package org.tucai.staff;

import org.jspecify.annotations.NullMarked;
