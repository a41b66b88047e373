/** The rules: one small file each, pure functions of facts and a profile. */
@NullMarked
package org.tucai.portrait.rule;

import org.jspecify.annotations.NullMarked;
