package org.tucai.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.School;
import org.tucai.capture.InspectionSwitch;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.CodeFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** How many statements the most frequent requests send to the database, as in the table "What a request costs" of docs/performance.md. */
@TucaiTest
class StatementsIT {
    /** The minimum of this many runs is free of the server's own statements in between. */
    private static final int REPEATS = 4;

    private final Http http;
    private final Journeys journeys;
    private final CampaignFixtures campaigns;
    private final CodeFixtures codes;
    private final Rows rows;
    private final InspectionSwitch inspection;

    StatementsIT(
            Http http,
            Journeys journeys,
            CampaignFixtures campaigns,
            CodeFixtures codes,
            Rows rows,
            InspectionSwitch inspection) {
        this.http = http;
        this.journeys = journeys;
        this.campaigns = campaigns;
        this.codes = codes;
        this.rows = rows;
        this.inspection = inspection;
    }

    @Test
    void screensNeedFewStatements() {
        Journeys.Walk walk = journeys.aBoundStudent();
        Http student = http.as(walk.token());
        String picture = journeys.shoot(walk, journeys.aPortrait()).expect(200).at("pictureUrl");
        student.get(picture + "?width=120").expect(200);

        atMost(5, "home", times(() -> student.get("/api/v1/student/screens/home")));
        atMost(6, "progress", times(() -> student.get("/api/v1/student/screens/captures/" + walk.captureNo())));
        atMost(1, "messages", times(() -> student.get("/api/v1/student/messages")));
        atMost(2, "a thumbnail", times(() -> student.get(picture + "?width=120")));
    }

    @Test
    void theHomeScreenNeedsNoMoreStatementsForManyCaptures() {
        School school = campaigns.aSchool();
        Campaign campaign = campaigns.anOpenCampaign(school, t -> {});
        Journeys.Walk walk = journeys.aBoundStudent(school, campaign);
        for (int i = 0; i < 3; i++) {
            journeys.bind(walk.token(), campaign, codes.aCode(school));
        }

        atMost(5, "home with four captures", times(() -> http.as(walk.token()).get("/api/v1/student/screens/home")));
    }

    @Test
    void uploadsNeedFewStatements() {
        School school = campaigns.aSchool();
        Campaign campaign = campaigns.anOpenCampaign(school, t -> {});
        journeys.shoot(journeys.aBoundStudent(school, campaign), journeys.aPortrait())
                .expect(200);
        List<Runnable> first = new ArrayList<>();
        List<Runnable> second = new ArrayList<>();
        for (int i = 0; i < REPEATS; i++) {
            Journeys.Walk walk = journeys.aBoundStudent(school, campaign);
            String ticket = journeys.ticket(walk);
            String another = journeys.ticket(walk);
            byte[] portrait = journeys.aPortrait();
            byte[] better = journeys.aPortrait();
            first.add(() -> journeys.upload(walk, ticket, portrait).expect(200));
            second.add(() -> journeys.upload(walk, another, better).expect(200));
        }

        // without inspection, or the statements sent every two seconds in the background would be counted too
        inspection.set(false);
        try {
            atMost(8, "the first upload of a capture", first);
            atMost(9, "an upload that takes the place of another", second);
        } finally {
            inspection.set(true);
        }
    }

    private static List<Runnable> times(Supplier<Http.Reply> request) {
        return Collections.nCopies(REPEATS, () -> request.get().expect(200));
    }

    private void atMost(int allowed, String what, List<Runnable> requests) {
        long least = Long.MAX_VALUE;
        for (Runnable request : requests) {
            long before = rows.statements();
            request.run();
            least = Math.min(least, rows.statements() - before - 1);
        }
        assertThat(least)
                .as(
                        "%s asks the database %d times; if more than %d is meant, change it here and in docs/performance.md",
                        what, least, allowed)
                .isLessThanOrEqualTo(allowed);
    }
}
