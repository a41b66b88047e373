package org.tucai.campaign;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.tucai.platform.money.Money;

/** What a manager changed in the terms of a campaign, in words for the audit trail: the former terms are kept nowhere else. */
final class ChangedTerms {
    /** As much as an audit entry holds. */
    private static final int LONGEST = 400;

    private ChangedTerms() {}

    /** {@code fee 15.00 → 10.00, triesAllowed 10 → 3}; empty when nothing changed. */
    static String between(CampaignTerms before, CampaignTerms after) {
        String all = Arrays.stream(CampaignTerms.class.getRecordComponents())
                .filter(term -> !Objects.equals(value(term, before), value(term, after)))
                .map(term -> term.getName() + " " + value(term, before) + " → " + value(term, after))
                .collect(Collectors.joining(", "));
        return all.length() <= LONGEST ? all : all.substring(0, LONGEST - 1) + "…";
    }

    private static String value(RecordComponent term, CampaignTerms of) {
        try {
            Object value = term.getAccessor().invoke(of);
            return value instanceof Money money ? money.decimal() : String.valueOf(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(term.getName(), e);
        }
    }
}
