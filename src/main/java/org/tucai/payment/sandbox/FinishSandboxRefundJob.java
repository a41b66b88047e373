package org.tucai.payment.sandbox;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import org.tucai.platform.job.LocalJob;

/** Carries out a refund that the channel has accepted. */
@Singleton
@Requires(property = "tucai.sandbox", value = "true")
class FinishSandboxRefundJob implements LocalJob {
    static final String TYPE = "finish-sandbox-refund";

    private final SandboxRefundService refunds;

    FinishSandboxRefundJob(SandboxRefundService refunds) {
        this.refunds = refunds;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public void run(String refundNo) {
        refunds.finish(refundNo);
    }
}
