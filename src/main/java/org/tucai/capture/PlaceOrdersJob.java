package org.tucai.capture;

import jakarta.inject.Singleton;
import org.tucai.platform.job.EachOne;
import org.tucai.platform.job.LocalJob;

/**
 * Adjusts orders after a change to a campaign. Unpaid ones follow lower prices. Where paying comes, or came, first, those that lapsed with
 * the former end or were never placed are placed, the deadline of unpaid ones moves to the new end, or they are cancelled where payment
 * now comes with the photo. After its last try it is listed among the failed jobs, under the campaign.
 */
@Singleton
class PlaceOrdersJob implements LocalJob {
    static final String TYPE = "place-orders";

    private final PayFirstService payFirst;
    private final StudentCaptureService students;

    PlaceOrdersJob(PayFirstService payFirst, StudentCaptureService students) {
        this.payFirst = payFirst;
        this.students = students;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public void run(String campaignNo) {
        EachOne.of(TYPE, (after, limit) -> payFirst.mayOwe(campaignNo, after, limit), captureNo -> {
            payFirst.ensureOrder(captureNo);
            students.followTerms(captureNo);
        });
    }
}
