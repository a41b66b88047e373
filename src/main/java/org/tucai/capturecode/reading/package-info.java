/** Reads the text of capture codes (图像采集码) out of pictures: finds the symbol, fits its grid, samples it softly, corrects it. */
@NullMarked
package org.tucai.capturecode.reading;

import org.jspecify.annotations.NullMarked;
