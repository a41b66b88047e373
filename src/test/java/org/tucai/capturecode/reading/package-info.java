/** Tests of reading capture codes, on pictures made by the tests themselves. */
@NullMarked
package org.tucai.capturecode.reading;

import org.jspecify.annotations.NullMarked;
