/** Where the perception models lie, and how they get there: pinned by SHA-256, downloaded or copied. */
@NullMarked
package org.tucai.portrait.install;

import org.jspecify.annotations.NullMarked;
