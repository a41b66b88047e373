package org.tucai.capturecode;

/** What wrong entries are counted for. Both are counted, so that neither many codes nor many accounts give more tries. */
enum LastFourScope {
    ACCOUNT,
    ENROLMENT
}
