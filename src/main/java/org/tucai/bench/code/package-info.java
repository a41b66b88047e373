/**
 * Capture codes: pictures of codes drawn as students send them ({@code bench draw-codes}), and how many of a folder are read and how fast,
 * by this program and by other readers ({@code bench codes}). A new trouble of a picture goes into {@code SceneSettings}.
 */
@NullMarked
package org.tucai.bench.code;

import org.jspecify.annotations.NullMarked;
