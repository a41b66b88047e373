package org.tucai.testing;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.tucai.campaign.AdminCampaignService;
import org.tucai.campaign.AlreadyCaptured;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.CampaignService;
import org.tucai.campaign.CampaignTerms;
import org.tucai.campaign.CaptureMode;
import org.tucai.campaign.OnRejection;
import org.tucai.campaign.PayWhen;
import org.tucai.campaign.ProofreadingSilence;
import org.tucai.campaign.School;
import org.tucai.campaign.SchoolService;
import org.tucai.platform.money.Money;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Etag;

/** Schools and campaigns: {@code campaigns.anOpenCampaign(t -> t.feeMinor = 0)}. */
@Singleton
public class CampaignFixtures {
    public static final Actor MANAGER = new Actor(Role.MANAGER, "stf_fixture");

    private final SchoolService schools;
    private final CampaignService all;
    private final AdminCampaignService campaigns;
    private final AtomicInteger count = new AtomicInteger();

    CampaignFixtures(SchoolService schools, CampaignService all, AdminCampaignService campaigns) {
        this.schools = schools;
        this.all = all;
        this.campaigns = campaigns;
    }

    /** Terms for a test to change before use; by default online, 15 yuan after shooting, open for 30 days. */
    public static class Terms {
        public String name = "2026届毕业生图像采集";
        public String batch = "2026春季";
        public CaptureMode mode = CaptureMode.ONLINE;
        public String featureCode = "aB3d";
        public Instant opensAt = MutableClock.START.minus(Duration.ofDays(1));
        public Instant closesAt = MutableClock.START.plus(Duration.ofDays(30));
        public @Nullable Instant makeUpOpensAt;
        public @Nullable Instant makeUpClosesAt;
        public long feeMinor = 1500;
        public PayWhen payWhen = PayWhen.AFTER_SHOOTING;
        public boolean printsOffered = true;
        public long printPriceMinor = 1000;
        public boolean albumAllowed = true;
        public int triesAllowed = 10;
        public OnRejection onRejection = OnRejection.REFUND;
        public String photoProfile = "graduation-2017";
        public List<String> backgroundColours = List.of("#64C5FF", "#FFFFFF", "#F0F0F0");
        public AlreadyCaptured alreadyCaptured = AlreadyCaptured.FORBIDDEN;
        public boolean fourEyes;
        public ProofreadingSilence proofreadingSilence = ProofreadingSilence.STAYS_OPEN;
        public int disputeDays = 30;

        public CampaignTerms build() {
            return new CampaignTerms(
                    name,
                    batch,
                    mode,
                    featureCode,
                    ChinaTime.offset(opensAt),
                    ChinaTime.offset(closesAt),
                    makeUpOpensAt == null ? null : ChinaTime.offset(makeUpOpensAt),
                    makeUpClosesAt == null ? null : ChinaTime.offset(makeUpClosesAt),
                    Money.fen(feeMinor),
                    payWhen,
                    printsOffered,
                    Money.fen(printPriceMinor),
                    albumAllowed,
                    triesAllowed,
                    onRejection,
                    photoProfile,
                    backgroundColours,
                    alreadyCaptured,
                    fourEyes,
                    proofreadingSilence,
                    disputeDays);
        }
    }

    public static CampaignTerms terms(Consumer<Terms> change) {
        Terms terms = new Terms();
        change.accept(terms);
        return terms.build();
    }

    /** A school with a code of its own. */
    public School aSchool() {
        int number = count.incrementAndGet() % 90_000;
        return schools.create(Integer.toString(10_000 + number), "测试大学" + number, MANAGER);
    }

    public Campaign aDraft(School school, Consumer<Terms> change) {
        return campaigns.create(school.no(), terms(change), MANAGER);
    }

    public Campaign anOpenCampaign(School school, Consumer<Terms> change) {
        return campaigns.open(aDraft(school, change).no(), MANAGER);
    }

    public Campaign anOpenCampaign(Consumer<Terms> change) {
        return anOpenCampaign(aSchool(), change);
    }

    /** Replaces a campaign's terms by the defaults with the test's changes. */
    public Campaign change(Campaign campaign, Consumer<Terms> change) {
        int version = all.require(campaign.no()).version();
        return campaigns.change(campaign.no(), terms(change), Etag.of(version), MANAGER);
    }

    public Campaign anOpenCampaign() {
        return anOpenCampaign(t -> {});
    }
}
