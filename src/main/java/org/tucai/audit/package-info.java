/** The audit trail: who did what to whom and when; rows are only ever added. */
@NullMarked
package org.tucai.audit;

import org.jspecify.annotations.NullMarked;
