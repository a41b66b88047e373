package org.tucai.capture;

import jakarta.inject.Singleton;
import org.tucai.platform.privacy.KeyRing;
import org.tucai.platform.privacy.Signing;
import org.tucai.platform.problem.ProblemException;

/** Signs upload tickets, so that only tickets this server issued are ever looked up. */
@Singleton
class TicketSeal {
    private static final int SIGNATURE_BYTES = 16;

    private final Signing signing;

    TicketSeal(KeyRing keys) {
        this.signing = keys.signing("upload-ticket", SIGNATURE_BYTES);
    }

    /** {@code tkt_….signature}. */
    String token(UploadTicket ticket) {
        return ticket.no() + "." + signing.of(ticket.no());
    }

    /** The ticket's number; refuses a token this server did not sign. */
    String number(String token) {
        int dot = token.indexOf('.');
        if (dot > 0) {
            String no = token.substring(0, dot);
            if (signing.holds(no, token.substring(dot + 1))) {
                return no;
            }
        }
        throw new ProblemException(CaptureProblem.TICKET_INVALID);
    }
}
