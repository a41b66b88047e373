package org.tucai.portrait.face;

/**
 * What is known of a picture that is not upright.
 *
 * @param frame where its faces are, in the picture as it is
 */
record Turned(FrameFacts frame, TurnedFacts facts) {}
