package org.tucai.capture;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tucai.platform.privacy.KeyRing;
import org.tucai.platform.problem.ProblemException;

/** Signs upload tickets, so that only what this server gave out is ever looked up. */
@Singleton
class TicketSeal {
    private static final int SIGNATURE_BYTES = 16;

    private final SecretKeySpec key;

    TicketSeal(KeyRing keys) {
        this.key = new SecretKeySpec(keys.secret("upload-ticket"), "HmacSHA256");
    }

    /** {@code tkt_….signature}. */
    String token(UploadTicket ticket) {
        return ticket.no() + "." + signature(ticket.no());
    }

    /** The ticket's number; refuses a token this server did not sign. */
    String number(String token) {
        int dot = token.indexOf('.');
        if (dot > 0) {
            String no = token.substring(0, dot);
            byte[] given = token.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
            if (MessageDigest.isEqual(given, signature(no).getBytes(StandardCharsets.UTF_8))) {
                return no;
            }
        }
        throw new ProblemException(CaptureProblem.TICKET_INVALID);
    }

    private String signature(String no) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] full = mac.doFinal(no.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(full, SIGNATURE_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
