package org.tucai.capture;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.function.Consumer;
import org.tucai.notification.MessageTemplate;
import org.tucai.order.OrderFollower;
import org.tucai.platform.money.Money;
import org.tucai.platform.security.Actor;

/** Applies changes of an order to its capture, and tells the student. */
@Singleton
class CaptureOrders implements OrderFollower {
    private final Provider<StudentCaptureService> students;
    private final CaptureRepository captures;
    private final CaptureGate gate;
    private final CaptureMessages messages;
    private final PayFirstService payFirst;
    private final UnpaidReviews unpaid;

    CaptureOrders(
            Provider<StudentCaptureService> students,
            CaptureRepository captures,
            CaptureGate gate,
            CaptureMessages messages,
            PayFirstService payFirst,
            UnpaidReviews unpaid) {
        this.students = students;
        this.captures = captures;
        this.gate = gate;
        this.messages = messages;
        this.payFirst = payFirst;
        this.unpaid = unpaid;
    }

    @Override
    public void lock(String captureNo) {
        gate.lock(captureNo);
    }

    @Override
    public void onPaid(String captureNo) {
        students.get().paid(captureNo);
    }

    @Override
    public void onRefunded(String captureNo, Money amount) {
        // the capture itself already moved when the refund was requested
        tell(captureNo, c -> messages.money(c, MessageTemplate.REFUNDED, amount));
    }

    @Override
    public void checkGivingBack(String captureNo) {
        unpaid.check(captureNo);
    }

    @Override
    public void onGivenBack(String captureNo, Actor by) {
        payFirst.ensureOrder(captureNo);
        unpaid.leaveReview(captureNo, by);
        unpaid.warnBeforeTheNext(captureNo, by);
    }

    @Override
    public void onRefunding(String captureNo, Money amount) {
        tell(captureNo, c -> messages.money(c, MessageTemplate.REFUND_REQUESTED, amount));
    }

    @Override
    public void onOwed(String captureNo, Money amount) {
        tell(captureNo, c -> messages.money(c, MessageTemplate.REFUND_BY_HAND, amount));
    }

    @Override
    public void onHandedBack(String captureNo, Money amount) {
        tell(captureNo, c -> messages.money(c, MessageTemplate.HANDED_BACK, amount));
    }

    @Override
    public void onNotKept(String captureNo, Money amount) {
        tell(captureNo, c -> messages.money(c, MessageTemplate.MONEY_NOT_KEPT, amount));
    }

    @Override
    public void onPartlyRefunded(String captureNo, Money amount) {
        tell(captureNo, c -> messages.money(c, MessageTemplate.PARTLY_REFUNDED, amount));
    }

    @Override
    public void onPaymentDue(String captureNo, String orderNo, Money amount) {
        tell(captureNo, c -> messages.paymentDue(c, orderNo, amount));
    }

    @Override
    public void onPrintsSent(String captureNo, String carrier, String trackingNo) {
        tell(captureNo, c -> messages.printsSent(c, carrier, trackingNo));
    }

    @Override
    public void onExpired(String captureNo) {
        students.get().orderExpired(captureNo);
        payFirst.ensureOrder(captureNo); // the campaign may have been extended since the order was placed
    }

    private void tell(String captureNo, Consumer<Capture> message) {
        captures.findByNo(captureNo).ifPresent(message);
    }
}
