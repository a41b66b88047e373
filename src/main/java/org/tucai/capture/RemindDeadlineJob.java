package org.tucai.capture;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.tucai.campaign.CampaignService;
import org.tucai.campaign.EndingWindow;
import org.tucai.platform.job.EachOne;
import org.tucai.platform.job.RecurringJob;
import org.tucai.platform.time.ChinaTime;

/** Reminds students of campaigns whose window ends soon. By day only, because reminders are sent by SMS. */
@Singleton
class RemindDeadlineJob implements RecurringJob {
    private static final int FIRST_HOUR = 9;
    private static final int LAST_HOUR = 20;

    private final CampaignService campaigns;
    private final ReminderService reminders;
    private final InstantSource clock;
    private final Duration before;

    RemindDeadlineJob(
            CampaignService campaigns,
            ReminderService reminders,
            InstantSource clock,
            @Value("${tucai.campaign.remind-before}") Duration before) {
        this.campaigns = campaigns;
        this.reminders = reminders;
        this.clock = clock;
        this.before = before;
    }

    @Override
    public String type() {
        return "remind-deadline";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(30);
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        int hour = now.atZone(ChinaTime.ZONE).getHour();
        if (hour >= FIRST_HOUR && hour <= LAST_HOUR) {
            EachOne.of(type(), campaigns.endingBefore(now.plus(before)), EndingWindow::campaignNo, this::remind);
        }
    }

    private void remind(EndingWindow window) {
        EachOne.of(
                type(),
                (after, limit) -> reminders.due(window.campaignNo(), window.endsAt(), after, limit),
                no -> reminders.remind(no, window.endsAt()));
    }
}
