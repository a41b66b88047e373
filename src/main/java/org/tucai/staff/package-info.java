/**
 * Reviewers and managers, who sign in by name and password, and schools' client programs. Both go {@code ACTIVE ↔ DISABLED}. Doors:
 * {@link org.tucai.staff.StaffService}, {@link org.tucai.staff.SchoolClients}, {@link org.tucai.staff.LostPassword}.
 */
@NullMarked
package org.tucai.staff;

import org.jspecify.annotations.NullMarked;
