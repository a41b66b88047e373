/** The project's own trained classifiers: linear heads over what the networks saw and what was measured. Pure. */
@NullMarked
package org.tucai.portrait.classifier;

import org.jspecify.annotations.NullMarked;
