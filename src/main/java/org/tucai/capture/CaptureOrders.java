package org.tucai.capture;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import org.tucai.order.OrderFollower;

/** What an order's fate means for its capture. */
@Singleton
class CaptureOrders implements OrderFollower {
    private final Provider<StudentCaptureService> captures;
    private final CaptureGate gate;

    CaptureOrders(Provider<StudentCaptureService> captures, CaptureGate gate) {
        this.captures = captures;
        this.gate = gate;
    }

    @Override
    public void lock(String captureNo) {
        gate.lock(captureNo);
    }

    @Override
    public void onPaid(String captureNo, String orderNo) {
        captures.get().paid(captureNo);
    }

    @Override
    public void onRefunded(String captureNo, String orderNo) {
        // the capture itself moved on when the refund was asked for
        captures.get().refunded(captureNo);
    }

    @Override
    public void onExpired(String captureNo, String orderNo) {
        captures.get().orderExpired(captureNo);
    }
}
