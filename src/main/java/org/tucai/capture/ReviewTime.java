package org.tucai.capture;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

/** The working days a unit has for a first review (DOMAIN §1.7: five). */
@Singleton
public class ReviewTime {
    private final int days;

    ReviewTime(@Value("${tucai.review.working-days}") int days) {
        this.days = days;
    }

    public int days() {
        return days;
    }
}
