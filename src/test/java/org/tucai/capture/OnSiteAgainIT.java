package org.tucai.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tucai.capture.OnSiteDesk.HERE;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tucai.campaign.AdminCampaignService;
import org.tucai.campaign.AlreadyCaptured;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.School;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.CodeFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.MutableClock;
import org.tucai.testing.TucaiTest;

/** 往年已经拍摄毕业图像的同学: a student captured on site in an earlier campaign comes to the desk again. */
@TucaiTest
class OnSiteAgainIT {
    private final OnSiteDesk desk;
    private final CampaignFixtures campaigns;
    private final AdminCampaignService adminCampaigns;
    private final CodeFixtures codes;
    private final MutableClock clock;
    private School school;
    private String code;
    private Campaign campaign;
    private String former;
    private OnSiteDesk.Operator operator;

    OnSiteAgainIT(
            OnSiteDesk desk,
            CampaignFixtures campaigns,
            AdminCampaignService adminCampaigns,
            CodeFixtures codes,
            MutableClock clock) {
        this.desk = desk;
        this.campaigns = campaigns;
        this.adminCampaigns = adminCampaigns;
        this.codes = codes;
        this.clock = clock;
    }

    @BeforeEach
    void whoWasCapturedInAFormerCampaign() {
        school = campaigns.aSchool();
        code = codes.aCode(school);
        operator = desk.operator();
        campaign = desk.campaign(school, t -> t.featureCode = "y2025");
        former = operator.begun(campaign, code);
        operator.submitted(former);
        operator.decide(former, "ACCEPT").expect(200);
    }

    private void closeTheFormerCampaign() {
        adminCampaigns.close(campaign.no(), "*", CampaignFixtures.MANAGER);
    }

    private Campaign present(AlreadyCaptured policy) {
        return desk.campaign(school, t -> t.alreadyCaptured = policy);
    }

    private Object scanned() {
        Http.Reply reply =
                operator.http.post(HERE + "/codes", Map.of("code", code)).expect(201);
        Map<String, Object> bound = reply.at("capture");
        return bound == null ? null : ((Map<?, ?>) bound.get("capture")).get("no");
    }

    @ParameterizedTest
    @EnumSource(names = {"ALLOWED", "REQUIRED"})
    void aNewCaptureIsBegunWhereAllowedAndThenFoundByItsCode(AlreadyCaptured policy) {
        closeTheFormerCampaign();
        Campaign present = present(policy);
        assertThat(scanned()).isNull();

        String begun = operator.begun(present, code);

        assertThat(begun).isNotEqualTo(former);
        assertThat(scanned()).isEqualTo(begun);
    }

    @Test
    void theCodeFindsTheNewestCaptureWhileTheFormerCampaignIsStillOpen() {
        Campaign present = present(AlreadyCaptured.ALLOWED);
        assertThat(scanned()).isEqualTo(former);
        clock.advance(Duration.ofSeconds(1));

        String begun = operator.begun(present, code);

        assertThat(scanned()).isEqualTo(begun);
    }

    @Test
    void aNewCaptureIsRefusedWhereForbidden() {
        closeTheFormerCampaign();

        operator.begin(present(AlreadyCaptured.FORBIDDEN), operator.confirmed(code))
                .expectProblem(409, "already-captured");
    }
}
