package org.tucai.trial;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Terms of a campaign for trying out the program, as a client sends them. */
public final class TrialTerms {
    private static final int OPEN_DAYS = 60;

    private TrialTerms() {}

    /**
     * An online campaign that opened an hour ago, takes pictures from the album and offers no prints.
     *
     * @param feeMinor the capture fee in fen
     * @return a modifiable map, so that terms can be overridden
     */
    public static Map<String, Object> of(String name, String batch, String featureCode, long feeMinor) {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.ofHours(8));
        Map<String, Object> terms = new HashMap<>();
        terms.put("name", name);
        terms.put("batch", batch);
        terms.put("mode", "ONLINE");
        terms.put("featureCode", featureCode);
        terms.put("opensAt", now.minusHours(1).toString());
        terms.put("closesAt", now.plusDays(OPEN_DAYS).toString());
        terms.put("fee", fen(feeMinor));
        terms.put("payWhen", "AFTER_SHOOTING");
        terms.put("printsOffered", false);
        terms.put("printPrice", fen(0));
        terms.put("albumAllowed", true);
        terms.put("triesAllowed", 10);
        terms.put("onRejection", "REFUND");
        terms.put("photoProfile", "graduation-2017");
        terms.put("backgroundColours", List.of("#64C5FF", "#FFFFFF", "#F0F0F0"));
        terms.put("alreadyCaptured", "FORBIDDEN");
        terms.put("fourEyes", false);
        terms.put("proofreadingSilence", "STAYS_OPEN");
        terms.put("disputeDays", 30);
        return terms;
    }

    /** An amount as the API takes it. */
    public static Map<String, Object> fen(long minor) {
        return Map.of("minor", minor, "currency", "CNY");
    }
}
