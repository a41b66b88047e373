package org.tucai.verification;

/** How a conclusion came. */
enum ConclusionSource {
    CALLBACK,
    FILE
}
