package org.tucai.delivery;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.tucai.capture.Capture;
import org.tucai.capture.RetentionHold;

/** Keeps a picture while it is disputed, and until its school has acknowledged it, but only for so long if the school is silent. */
@Singleton
class DeliveryHold implements RetentionHold {
    private static final List<String> ACKNOWLEDGED = List.of(DeliveryStatus.ACKNOWLEDGED.name());

    private final DeliveryItemRepository items;
    private final DisputeRepository disputes;
    private final InstantSource clock;
    private final Duration longest;

    DeliveryHold(
            DeliveryItemRepository items,
            DisputeRepository disputes,
            InstantSource clock,
            @Value("${tucai.delivery.longest-wait}") Duration longest) {
        this.items = items;
        this.disputes = disputes;
        this.clock = clock;
        this.longest = longest;
    }

    @Override
    public boolean holds(Capture capture, Instant settledAt) {
        String photoNo = capture.photoNo();
        if (photoNo == null) {
            return false;
        }
        if (disputes.existsByPhotoNoAndStatus(photoNo, DisputeStatus.OPEN)) {
            return true;
        }
        boolean waiting = settledAt.plus(longest).isAfter(clock.instant());
        return waiting && items.count(photoNo, ACKNOWLEDGED) == 0;
    }
}
