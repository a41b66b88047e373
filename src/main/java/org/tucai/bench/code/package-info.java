/**
 * Capture codes: draws pictures of codes like those that students send ({@code bench draw-codes}), and measures how many in a folder this
 * program and other readers read, and how fast ({@code bench codes}). A new defect of pictures goes into {@code SceneSettings}.
 */
@NullMarked
package org.tucai.bench.code;

import org.jspecify.annotations.NullMarked;
