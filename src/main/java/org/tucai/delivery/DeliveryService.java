package org.tucai.delivery;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tucai.audit.AuditTrail;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureRoll;
import org.tucai.platform.id.PublicNumbers;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;
import org.tucai.platform.state.StateHistory;
import org.tucai.platform.web.Cursor;
import org.tucai.platform.web.Page;

/** Fixes the content of a delivery, and records that the school has pulled and acknowledged it. */
@Singleton
public class DeliveryService {
    private static final String KIND = "delivery";

    private final DeliveryRepository deliveries;
    private final DeliveryItemRepository items;
    private final CaptureRoll roll;
    private final PublicNumbers numbers;
    private final StateHistory history;
    private final AuditTrail audit;
    private final InstantSource clock;

    DeliveryService(
            DeliveryRepository deliveries,
            DeliveryItemRepository items,
            CaptureRoll roll,
            PublicNumbers numbers,
            StateHistory history,
            AuditTrail audit,
            InstantSource clock) {
        this.deliveries = deliveries;
        this.items = items;
        this.roll = roll;
        this.numbers = numbers;
        this.history = history;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A school's request for an archive.
     *
     * @param prefix how many leading characters of the 学号 name a folder; required with {@link FolderScheme#STUDENT_NO_PREFIX}
     */
    public record Wish(
            Cursor after,
            NameScheme names,
            FolderScheme folders,
            @Nullable Integer prefix,
            int limit) {}

    /**
     * Prepares a delivery of the photos accepted after the cursor, oldest first.
     *
     * @throws ProblemException {@link DeliveryProblem#NOTHING_TO_DELIVER}
     */
    @Transactional
    public Delivery prepare(String schoolNo, Wish wish, Actor by) {
        Instant now = clock.instant();
        List<Capture> captures = roll.accepted(schoolNo, wish.after(), wish.limit());
        if (captures.isEmpty()) {
            throw new ProblemException(DeliveryProblem.NOTHING_TO_DELIVER);
        }
        Capture last = captures.getLast();
        Cursor next = new Cursor(Objects.requireNonNull(last.acceptedAt()), last.no());
        Delivery delivery = deliveries.save(new Delivery(
                null,
                numbers.next("dlv"),
                schoolNo,
                DeliveryStatus.PREPARED,
                wish.names(),
                wish.folders(),
                wish.prefix(),
                captures.size(),
                next.encode(),
                by.no(),
                now,
                null,
                null,
                0));
        captures.forEach(
                c -> items.save(new DeliveryItem(null, delivery.no(), c.no(), Objects.requireNonNull(c.photoNo()))));
        history.moved(KIND, delivery.no(), null, delivery.status(), "prepared", by);
        return delivery;
    }

    @Transactional
    public Delivery require(String no, String schoolNo) {
        return deliveries.findByNoAndSchoolNo(no, schoolNo).orElseThrow(PlatformProblem::notFound);
    }

    /** The school's deliveries, newest first. */
    @Transactional
    public Page<Delivery> list(String schoolNo, Cursor after, int limit) {
        return Page.of(
                deliveries.page(schoolNo, after.at(), after.no(), limit + 1),
                limit,
                d -> new Cursor(d.preparedAt(), d.no()));
    }

    /** Records that the school pulls the archive and returns its photos; every pull is audited. */
    @Transactional
    public List<DeliveryItem> pull(Delivery delivery, Actor by) {
        Delivery locked = deliveries.lock(delivery.no(), delivery.schoolNo()).orElseThrow(PlatformProblem::notFound);
        if (locked.status() == DeliveryStatus.PREPARED) {
            deliveries.update(locked.pulled(clock.instant()));
            history.moved(KIND, locked.no(), locked.status(), DeliveryStatus.PULLED, "pulled", by);
        }
        audit.record(by, "delivery-pulled", locked.no(), locked.photoCount() + " photos");
        return items.findByDeliveryNoOrderByIdAsc(delivery.no());
    }

    /**
     * The school confirms that it has every photo of the manifest. Repeating it changes nothing.
     *
     * @throws ProblemException {@link DeliveryProblem#DELIVERY_NOT_PULLED}
     */
    @Transactional
    public Delivery acknowledge(String no, String schoolNo, Actor by) {
        Delivery locked = deliveries.lock(no, schoolNo).orElseThrow(PlatformProblem::notFound);
        return switch (locked.status()) {
            case ACKNOWLEDGED -> locked;
            case PREPARED -> throw new ProblemException(DeliveryProblem.DELIVERY_NOT_PULLED);
            case PULLED -> {
                history.moved(KIND, no, locked.status(), DeliveryStatus.ACKNOWLEDGED, "acknowledged", by);
                audit.record(by, "delivery-acknowledged", no, locked.photoCount() + " photos");
                yield deliveries.update(locked.acknowledged(clock.instant()));
            }
        };
    }
}
