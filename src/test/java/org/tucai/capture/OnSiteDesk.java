package org.tucai.capture;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.CaptureMode;
import org.tucai.campaign.School;
import org.tucai.platform.job.DueJobs;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.CodeFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.People;

/** What an operator does on site, step by step, over HTTP. */
@Singleton
final class OnSiteDesk {
    static final String HERE = "/api/v1/review/on-site-captures";

    private final Http http;
    private final People people;
    private final CampaignFixtures campaigns;
    private final Journeys journeys;
    private final DueJobs jobs;

    OnSiteDesk(Http http, People people, CampaignFixtures campaigns, Journeys journeys, DueJobs jobs) {
        this.http = http;
        this.people = people;
        this.campaigns = campaigns;
        this.journeys = journeys;
        this.jobs = jobs;
    }

    /** An open on-site campaign without a fee, apart from the change. */
    Campaign campaign(School school, Consumer<CampaignFixtures.Terms> change) {
        return campaigns.anOpenCampaign(school, t -> {
            t.mode = CaptureMode.ON_SITE;
            t.feeMinor = 0;
            change.accept(t);
        });
    }

    /** A new operator at the desk. */
    Operator operator() {
        return new Operator(http.as(people.aReviewer()));
    }

    /** One operator, signed in. */
    final class Operator {
        final Http http;

        private Operator(Http http) {
            this.http = http;
        }

        String confirmed(String code) {
            String codeNo =
                    http.post(HERE + "/codes", Map.of("code", code)).expect(201).at("codeNo");
            http.post(HERE + "/codes/" + codeNo + "/confirmations", Map.of("lastFour", CodeFixtures.LAST_FOUR))
                    .expect(200);
            return codeNo;
        }

        Http.Reply begin(Campaign campaign, String codeNo) {
            return begin(campaign.featureCode(), codeNo);
        }

        Http.Reply begin(String featureCode, String codeNo) {
            String version = http.get(HERE + "/consent-notice").expect(200).at("version");
            return http.post(HERE, Map.of("codeNo", codeNo, "featureCode", featureCode, "consentVersion", version));
        }

        String begun(Campaign campaign, String code) {
            return begin(campaign, confirmed(code)).expect(201).at("capture.no");
        }

        String shot(String captureNo) {
            return http.send("PUT", HERE + "/" + captureNo + "/photo", "image/jpeg", journeys.aPortrait())
                    .expect(200)
                    .at("no");
        }

        Http.Reply submitted(String captureNo) {
            return http.post(HERE + "/" + captureNo + "/submissions", Map.of("photoNo", shot(captureNo)))
                    .expect(200);
        }

        Http.Reply decide(String captureNo, String decision) {
            Map<String, Object> body = new HashMap<>(Map.of("decision", decision));
            if (decision.equals("REJECT")) {
                body.put("reasons", List.of("blur"));
            }
            return http.post(HERE + "/" + captureNo + "/decisions", body);
        }

        void pay(String captureNo) {
            String bundle = http.post(HERE + "/" + captureNo + "/payments", null)
                    .expect(201)
                    .at("parameters.package");
            OnSiteDesk.this
                    .http
                    .as(null)
                    .post("/sandbox/payments/" + bundle.substring("prepay_id=".length()) + "/pay", Map.of())
                    .expect(200);
            jobs.runDue();
        }
    }
}
