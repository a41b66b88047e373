package org.tucai.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.Campaign;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureService;
import org.tucai.capture.ReviewedCaptures;
import org.tucai.platform.job.DueJobs;
import org.tucai.platform.security.Actor;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.People;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** A manager's filter leaves out everything that does not match, and two filters apply together. */
@TucaiTest
class ListFiltersIT {
    private final ReviewedCaptures reviewed;
    private final CaptureService captures;
    private final CampaignFixtures campaigns;
    private final People people;
    private final DueJobs jobs;
    private final Http http;
    private final Rows rows;
    private Http manager;

    ListFiltersIT(
            ReviewedCaptures reviewed,
            CaptureService captures,
            CampaignFixtures campaigns,
            People people,
            DueJobs jobs,
            Http http,
            Rows rows) {
        this.reviewed = reviewed;
        this.captures = captures;
        this.campaigns = campaigns;
        this.people = people;
        this.jobs = jobs;
        this.http = http;
        this.rows = rows;
    }

    @Test
    void packagesProofreadingsAndCapturesAreFilteredByStatusAndCampaign() {
        manager = http.as(people.aManager());
        Campaign here = campaigns.anOpenCampaign();
        Capture good = accepted(here);
        Capture wrong = accepted(here);
        Capture elsewhere = accepted(campaigns.anOpenCampaign());
        captures.erratum(wrong.no(), "照片非本人", Actor.SYSTEM);
        jobs.run("forward-package", packageOf(wrong));

        for (String list :
                List.of("packages?status=WAITING", "proofreadings?status=OPEN", "captures?status=ACCEPTED")) {
            assertThat(listed(list)).as(list).containsExactlyInAnyOrder(good.no(), elsewhere.no());
        }
        for (String list : List.of("packages?status=CANCELLED", "proofreadings?status=CANCELLED")) {
            assertThat(listed(list)).as(list).containsExactly(wrong.no());
        }
        for (String list : List.of("proofreadings?campaignNo=", "captures?campaignNo=")) {
            assertThat(listed(list + here.no())).as(list).containsExactlyInAnyOrder(good.no(), wrong.no());
        }
        assertThat(listed("packages?captureNo=" + good.no())).containsExactly(good.no());
        assertThat(listed("packages?status=CANCELLED&captureNo=" + good.no())).isEmpty();
        assertThat(listed("packages?status=WAITING&captureNo=" + good.no())).containsExactly(good.no());
        assertThat(listed("captures?status=RETURNED&accountNo=" + good.accountNo()))
                .isEmpty();
        for (String list : List.of("proofreadings?status=OPEN&campaignNo=", "captures?status=ACCEPTED&campaignNo=")) {
            assertThat(listed(list + here.no())).as(list).containsExactly(good.no());
        }
        assertThat(listed("proofreadings?status=CANCELLED&campaignNo=" + elsewhere.campaignNo()))
                .isEmpty();
    }

    private Capture accepted(Campaign campaign) {
        return reviewed.accepted(campaign, "B1", "本科", "数学");
    }

    private String packageOf(Capture capture) {
        return rows.texts("SELECT no FROM photo_package WHERE capture_no = ?", capture.no())
                .getFirst();
    }

    private List<Object> listed(String list) {
        Http.Reply reply = manager.get("/api/v1/admin/" + list).expect(200);
        return Http.column(reply.at("items"), list.startsWith("captures") ? "no" : "captureNo");
    }

    @Test
    void conclusionsAreFilteredByStatusAndLabel() {
        manager = http.as(people.aManager());
        List<Object> said = List.of(about("SU1", "同一人"), about("SU2", "非同一人"), about("SU3", "像又不像"));
        manager.post(
                        "/api/v1/admin/conclusion-files",
                        Map.of("messageNo", "M1", "sentAt", "2026-04-20T02:00:00Z", "conclusions", said))
                .expect(200);

        assertThat(students("?status=UNMATCHED")).containsExactlyInAnyOrder("SU1", "SU2");
        assertThat(students("?label=非同一人")).containsExactly("SU2");
        assertThat(students("?status=UNKNOWN_LABEL&label=非同一人")).isEmpty();
        assertThat(students("?status=UNMATCHED&label=非同一人")).containsExactly("SU2");
    }

    private static Map<String, String> about(String student, String label) {
        return Map.of("studentUniqueNo", student, "label", label, "concludedAt", "2026-04-20T02:00:00Z");
    }

    private List<Object> students(String filters) {
        return Http.column(
                manager.get("/api/v1/admin/conclusions" + filters).expect(200).at("items"), "studentUniqueNo");
    }
}
