package org.tucai.capture;

import jakarta.inject.Singleton;
import org.tucai.account.AccountFollower;
import org.tucai.capturecode.CaptureCodeService;
import org.tucai.order.OrderService;

/** What closing or joining accounts does to their captures, and to the capture codes opened with them. */
@Singleton
class AccountCaptures implements AccountFollower {
    private final StudentCaptureService students;
    private final CaptureGate gate;
    private final OrderService orders;
    private final CaptureMessages messages;
    private final CaptureCodeService codes;

    AccountCaptures(
            StudentCaptureService students,
            CaptureGate gate,
            OrderService orders,
            CaptureMessages messages,
            CaptureCodeService codes) {
        this.students = students;
        this.gate = gate;
        this.orders = orders;
        this.messages = messages;
        this.codes = codes;
    }

    @Override
    public boolean onClosing(String accountNo) {
        codes.forget(accountNo);
        boolean goesOn = false;
        boolean paid = false;
        for (Capture seen : students.own(accountNo)) {
            Capture capture = gate.lock(seen.no());
            if (capture.status().next().contains(CaptureStatus.WITHDRAWN)) {
                students.cancel(capture.no(), accountNo);
            } else {
                goesOn |= capture.factsSealed() != null;
            }
            paid |= orders.holdsMoney(capture.no());
        }
        if (paid) {
            messages.accountClosed(accountNo);
        }
        return goesOn;
    }

    /** The former account has no captures yet, because a capture requires a verified phone number. */
    @Override
    public void onJoining(String formerNo, String accountNo) {
        codes.handOver(formerNo, accountNo);
    }
}
