/** Work that must happen later: a job row written in the transaction of its cause. */
@NullMarked
package org.tucai.platform.job;

import org.jspecify.annotations.NullMarked;
