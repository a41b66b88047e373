/**
 * Perception: turns pixels into facts (faces, landmarks, irises, pose, masks, light), each of them optional. {@code *Facts} records hold
 * what was found out, {@code Measures} and the classes that it calls compute them, {@code *Net} wrap one network.
 */
@NullMarked
package org.tucai.portrait.face;

import org.jspecify.annotations.NullMarked;
