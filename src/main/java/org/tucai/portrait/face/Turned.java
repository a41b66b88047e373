package org.tucai.portrait.face;

/**
 * What is seen of a picture that does not stand upright.
 *
 * @param frame where its faces are, as it lies
 */
record Turned(FrameFacts frame, TurnedFacts facts) {}
