package org.tucai.delivery;

import jakarta.inject.Singleton;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureFollower;

/** What a school and the unit said about a person goes with the picture it was about. */
@Singleton
class ForgottenDisputes implements CaptureFollower {
    private final DisputeRepository disputes;

    ForgottenDisputes(DisputeRepository disputes) {
        this.disputes = disputes;
    }

    @Override
    public void onForgotten(Capture capture) {
        disputes.forgetWords(capture.no());
    }
}
