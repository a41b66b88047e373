package org.tucai.delivery;

import jakarta.inject.Singleton;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureFollower;

/** Deletes what a school and the unit wrote about a picture together with the capture. */
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
