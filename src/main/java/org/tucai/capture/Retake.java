package org.tucai.capture;

/** Whether and how another photo may replace one that was turned down. */
enum Retake {
    /** At once; nothing is to be paid for it. */
    NOW,
    /** At once, and what was paid before goes back or was given back: it has to be paid anew. */
    TO_BE_PAID,
    /** Not now: when the campaign's next window opens. */
    LATER,
    /** The campaign takes no other photo. */
    NEVER
}
