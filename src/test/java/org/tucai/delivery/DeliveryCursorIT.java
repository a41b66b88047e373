package org.tucai.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.School;
import org.tucai.capture.CaptureService;
import org.tucai.capture.ReviewedCaptures;
import org.tucai.platform.security.Actor;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.HeldTransaction;
import org.tucai.testing.Http;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.Race;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** A school that pulls from cursor to cursor gets every accepted photo exactly once, whatever is accepted meanwhile. */
@TucaiTest
class DeliveryCursorIT {
    private static final String HERE = "/api/v1/school/deliveries";
    private static final String ACCOUNT = "acc_00000000000000000001";
    private static final int PHOTOS = 20;

    private final ReviewedCaptures reviewed;
    private final CaptureService captures;
    private final CampaignFixtures campaigns;
    private final People people;
    private final HeldTransaction held;
    private final MutableClock clock;
    private final Http http;
    private final Rows rows;
    private Campaign campaign;
    private Http client;

    DeliveryCursorIT(
            ReviewedCaptures reviewed,
            CaptureService captures,
            CampaignFixtures campaigns,
            People people,
            HeldTransaction held,
            MutableClock clock,
            Http http,
            Rows rows) {
        this.reviewed = reviewed;
        this.captures = captures;
        this.campaigns = campaigns;
        this.people = people;
        this.held = held;
        this.clock = clock;
        this.http = http;
        this.rows = rows;
    }

    @BeforeEach
    void aSchool() {
        School school = campaigns.aSchool();
        campaign = campaigns.anOpenCampaign(school, t -> {});
        client = http.as(people.aSchoolClient(school.no()));
    }

    @Test
    void anAcceptanceThatIsStillBeingStoredIsNotSkipped() {
        String slow = reviewed.inReview(campaign, ACCOUNT, "B1").no();
        String quick = reviewed.inReview(campaign, ACCOUNT, "B2").no();
        List<String> seen = new ArrayList<>();

        held.of(() -> captures.accept(slow, Actor.SYSTEM), () -> {
            clock.advance(Duration.ofSeconds(1));
            captures.accept(quick, Actor.SYSTEM);
            clock.advance(Duration.ofSeconds(20));
            seen.add(pull(null));
        });
        clock.advance(Duration.ofSeconds(31));
        pull(seen.getFirst());

        assertThat(delivered()).containsExactlyInAnyOrder(slow, quick);
    }

    @Test
    void everyPhotoIsDeliveredThoughTheClockIsSetBack() {
        String before = reviewed.accepted(campaign, ACCOUNT, "B1").no();
        clock.advance(Duration.ofSeconds(31));
        String cursor = pull(null);
        clock.advance(Duration.ofHours(-1));
        String after = reviewed.accepted(campaign, ACCOUNT, "B2").no();
        clock.advance(Duration.ofSeconds(31));

        pull(cursor);

        assertThat(delivered()).containsExactlyInAnyOrder(before, after);
    }

    @Test
    void everyPhotoIsDeliveredOnceWhileOthersAreBeingAccepted() {
        List<String> waiting = new ArrayList<>();
        for (int i = 0; i < PHOTOS; i++) {
            waiting.add(reviewed.inReview(campaign, ACCOUNT, "B" + i).no());
        }
        AtomicBoolean done = new AtomicBoolean();
        Callable<Object> accepting = () -> {
            waiting.forEach(no -> {
                captures.accept(no, Actor.SYSTEM);
                clock.advance(Duration.ofSeconds(10));
            });
            done.set(true);
            return null;
        };
        Callable<String> pulling = () -> {
            String cursor = null;
            while (!done.get()) {
                cursor = pull(cursor);
            }
            return cursor;
        };

        String cursor = (String) Race.of(List.of(accepting, pulling)).getLast();
        clock.advance(Duration.ofSeconds(31));
        pull(cursor);

        assertThat(delivered()).containsExactlyInAnyOrderElementsOf(waiting);
    }

    @Test
    void photosAcceptedAtTheSameInstantAreDeliveredOnceEachAcrossPages() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(reviewed.accepted(campaign, ACCOUNT, "B" + i).no());
        }
        clock.advance(Duration.ofSeconds(31));

        pull(null);

        assertThat(delivered()).containsExactlyInAnyOrderElementsOf(all);
    }

    /** Pulls everything after the cursor, two at a time, and returns the next cursor. */
    private String pull(String since) {
        String cursor = since;
        while (true) {
            Map<String, Object> wish = new HashMap<>(Map.of("names", "STUDENT_NO", "folders", "NONE", "limit", 2));
            if (cursor != null) {
                wish.put("since", cursor);
            }
            Http.Reply made = client.post(HERE, wish);
            if (made.status() == 409) {
                made.expectPlainProblem(409, "nothing-to-deliver");
                return cursor;
            }
            cursor = made.expect(201).at("nextCursor");
        }
    }

    private List<String> delivered() {
        return rows.texts("SELECT capture_no FROM delivery_item");
    }
}
