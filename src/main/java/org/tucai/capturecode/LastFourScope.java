package org.tucai.capturecode;

/** For whom wrong entries are counted; both are, so that neither many codes nor many accounts give more tries. */
enum LastFourScope {
    ACCOUNT,
    ENROLMENT
}
