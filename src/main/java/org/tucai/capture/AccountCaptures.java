package org.tucai.capture;

import jakarta.inject.Singleton;
import org.tucai.account.AccountFollower;

/** What closing an account means for its captures. */
@Singleton
class AccountCaptures implements AccountFollower {
    private final StudentCaptureService students;
    private final CaptureGate gate;

    AccountCaptures(StudentCaptureService students, CaptureGate gate) {
        this.students = students;
        this.gate = gate;
    }

    @Override
    public boolean onClosing(String accountNo) {
        boolean goesOn = false;
        for (Capture seen : students.own(accountNo)) {
            Capture capture = gate.lock(seen.no());
            if (capture.status().next().contains(CaptureStatus.WITHDRAWN)) {
                students.cancel(capture.no(), accountNo);
            } else {
                goesOn |= capture.factsSealed() != null;
            }
        }
        return goesOn;
    }
}
