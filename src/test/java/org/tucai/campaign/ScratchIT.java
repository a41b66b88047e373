package org.tucai.campaign;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.TucaiTest;

@TucaiTest
class ScratchIT {
    @Test
    void x(CampaignRepository r, CampaignFixtures f) {
        Campaign c = f.anOpenCampaign();
        System.err.println("XX created " + c.createdAt());
        for (String s : new String[] {null, c.schoolNo()})
            for (String t : new String[] {null, "OPEN"})
                for (String at : new String[] {"9999-01-01T00:00:00Z", "2999-01-01T00:00:00Z"})
                    System.err.println("XX " + s + " " + t + " " + at + " "
                            + r.before(Instant.parse(at), "~", s, t, 10).size());
    }
}
