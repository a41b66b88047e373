/** Perception: turns pixels into facts (faces, landmarks, irises, pose, masks, light), each of them optional. */
@NullMarked
package org.tucai.portrait.face;

import org.jspecify.annotations.NullMarked;
