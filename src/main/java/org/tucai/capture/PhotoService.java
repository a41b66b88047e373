package org.tucai.capture;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.CampaignService;
import org.tucai.campaign.CaptureMode;
import org.tucai.order.Order;
import org.tucai.order.OrderService;
import org.tucai.platform.id.PublicNumbers;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;

/** The steps of an upload in the database, with tickets and photo rows; the slow ones happen elsewhere. */
@Singleton
public class PhotoService {
    /** Long enough to shoot twice on a bad network, short enough to be useless to a thief. */
    private static final Duration TICKET_LIFE = Duration.ofMinutes(15);

    private final CaptureGate gate;
    private final UploadTicketRepository tickets;
    private final PhotoRepository photos;
    private final PhotoBin bin;
    private final CampaignService campaigns;
    private final OrderService orders;
    private final PublicNumbers numbers;
    private final InstantSource clock;

    PhotoService(
            CaptureGate gate,
            UploadTicketRepository tickets,
            PhotoRepository photos,
            PhotoBin bin,
            CampaignService campaigns,
            OrderService orders,
            PublicNumbers numbers,
            InstantSource clock) {
        this.gate = gate;
        this.tickets = tickets;
        this.photos = photos;
        this.bin = bin;
        this.campaigns = campaigns;
        this.orders = orders;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** A ticket for one photo of the caller's own capture. */
    @Transactional
    UploadTicket issueTicket(String captureNo, String accountNo, PhotoSource source) {
        Capture capture = gate.lockOwn(captureNo, accountNo);
        Campaign campaign = campaigns.require(capture.campaignNo());
        if (source == PhotoSource.ALBUM && !campaign.albumAllowed()) {
            throw new ProblemException(CaptureProblem.ALBUM_NOT_ALLOWED);
        }
        refuseUnlessShootable(capture.no(), capture.status(), capture.triesUsed(), campaign, source);
        return tickets.save(ticket(capture, source));
    }

    /** A ticket for the operator on site, to whom neither the limit of tries nor the album rule applies. */
    @Transactional
    Presented issueOnSite(String captureNo) {
        Capture capture = gate.lock(captureNo);
        Campaign campaign = campaigns.require(capture.campaignNo());
        refuseUnlessShootable(capture.no(), capture.status(), capture.triesUsed(), campaign, PhotoSource.ON_SITE);
        UploadTicket ticket = tickets.save(ticket(capture, PhotoSource.ON_SITE));
        return new Presented(ticket.no(), captureNo, ticket.source(), null, campaign);
    }

    /**
     * A ticket presented with an upload.
     *
     * @param photoNo the photo it was used for; null while unused
     * @param campaign the campaign whose standard applies
     */
    record Presented(
            String ticketNo,
            String captureNo,
            PhotoSource source,
            @Nullable String photoNo,
            Campaign campaign) {}

    private UploadTicket ticket(Capture capture, PhotoSource source) {
        return new UploadTicket(
                null,
                numbers.next("tkt"),
                capture.no(),
                source,
                null,
                clock.instant().plus(TICKET_LIFE),
                0);
    }

    /**
     * The ticket of an upload that begins: the caller's own, and live or already used for these very bytes. Nothing is locked; {@link
     * #keep} checks again.
     */
    @Connectable
    Presented present(String ticketNo, String accountNo, byte[] uploadHash) {
        ShownTicket ticket = tickets.show(ticketNo, uploadHash)
                .filter(t -> t.accountNo().equals(accountNo))
                .orElseThrow(() -> new ProblemException(CaptureProblem.TICKET_INVALID));
        Campaign campaign = campaigns.asOf(ticket.campaignNo(), ticket.campaignVersion());
        Presented presented = new Presented(ticketNo, ticket.captureNo(), ticket.source(), ticket.photoNo(), campaign);
        if (ticket.photoNo() != null) {
            requireSameUpload(photos.findByTicketNo(ticketNo).orElseThrow(), uploadHash);
            return presented;
        }
        if (ticket.expiresAt().isBefore(clock.instant())) {
            throw new ProblemException(CaptureProblem.TICKET_EXPIRED);
        }
        refuseUnlessShootable(ticket.captureNo(), ticket.status(), ticket.triesUsed(), campaign, ticket.source());
        if (ticket.turnedDown() > 0) {
            throw new ProblemException(CaptureProblem.SAME_REJECTED_PICTURE);
        }
        return presented;
    }

    private static void requireSameUpload(Photo photo, byte @Nullable [] uploadHash) {
        if (!Arrays.equals(photo.uploadHash(), uploadHash)) {
            throw new ProblemException(CaptureProblem.TICKET_USED);
        }
    }

    private void refuseUnlessShootable(
            String captureNo, CaptureStatus status, int triesUsed, Campaign campaign, PhotoSource source) {
        campaigns.requireAccepting(campaign); // first: at its end all captures expire, and this is why
        if (!status.takesPhotos()) {
            throw new ProblemException(CaptureProblem.NOT_TAKING_PHOTOS);
        }
        boolean byOperator = source == PhotoSource.ON_SITE;
        if (byOperator != (campaign.mode() == CaptureMode.ON_SITE)) {
            throw new ProblemException(byOperator ? CaptureProblem.NOT_ON_SITE : CaptureProblem.ONLY_ON_SITE);
        }
        if (!byOperator && triesUsed >= campaign.triesAllowed()) {
            throw new ProblemException(CaptureProblem.TRIES_USED_UP, campaign.triesAllowed());
        }
        if (campaign.paysFirst()
                && !orders.forCapture(captureNo).map(Order::isPaid).orElse(false)) {
            throw new ProblemException(CaptureProblem.PAY_FIRST);
        }
    }

    /**
     * Keeps a judged upload and spends its ticket; the second of two racing uploads gets the first one's photo.
     *
     * @param photo as judged, with an unused number
     * @return the photo for which the ticket was spent
     */
    @Transactional
    Photo keep(Photo photo, Actor actor) {
        CaptureGate.Held held = gate.lockWithCampaign(photo.captureNo());
        Capture capture = held.capture();
        if (tickets.spend(photo.ticketNo(), photo.no()) == 0) {
            Photo first = photos.findByTicketNo(photo.ticketNo()).orElseThrow();
            requireSameUpload(first, photo.uploadHash());
            return first;
        }
        Campaign campaign = campaigns.asOf(capture.campaignNo(), held.campaignVersion());
        refuseUnlessShootable(capture.no(), capture.status(), capture.triesUsed(), campaign, photo.source());
        return put(capture, photo, actor);
    }

    private Photo put(Capture capture, Photo photo, Actor actor) {
        Instant now = clock.instant();
        boolean usable = photo.status() == PhotoStatus.CURRENT;
        String former = capture.photoNo();
        gate.move(capture, capture.judged(usable ? photo.no() : null, now), "photo-judged", actor);
        if (usable && former != null) {
            bin.supersede(former);
        }
        return photos.save(photo);
    }
}
