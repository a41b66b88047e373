package org.tucai.proofreading;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import org.tucai.campaign.CampaignService;
import org.tucai.notification.MessageTemplate;
import org.tucai.notification.NotificationService;
import org.tucai.platform.job.JobQueue;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Language;
import org.tucai.workday.DueDate;
import org.tucai.workday.WorkdayCalendar;

/** The time a student has for the check, and the jobs and messages that go with it. */
@Singleton
class CheckingTime {
    private static final Duration REMINDER = Duration.ofDays(3);

    /** In China. A reminder counted back from the end of a day would send SMS at midnight. */
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final WorkdayCalendar calendar;
    private final NotificationService notifications;
    private final CampaignService campaigns;
    private final JobQueue jobs;
    private final int days;

    CheckingTime(
            WorkdayCalendar calendar,
            NotificationService notifications,
            CampaignService campaigns,
            JobQueue jobs,
            @Value("${tucai.proofreading.working-days}") int days) {
        this.calendar = calendar;
        this.notifications = notifications;
        this.campaigns = campaigns;
        this.jobs = jobs;
        this.days = days;
    }

    /** When the student is reminded: in the morning of the third day before the end. */
    static Instant remindAt(Proofreading proofreading) {
        return ChinaTime.day(proofreading.dueAt().minus(REMINDER))
                .atTime(MORNING)
                .atZone(ChinaTime.ZONE)
                .toInstant();
    }

    DueDate dueFrom(Instant askedAt) {
        return calendar.due(askedAt, days);
    }

    /** Enqueues the reminder and the end as jobs. */
    void start(Proofreading proofreading) {
        jobs.enqueue(RemindProofreadingJob.TYPE, proofreading.no(), remindAt(proofreading));
        jobs.enqueue(EndProofreadingJob.TYPE, proofreading.no(), proofreading.dueAt());
    }

    /** Whether the reminder of this round has been sent. */
    boolean isReminded(Proofreading proofreading) {
        return notifications.wasTold(
                proofreading.accountNo(), MessageTemplate.PROOFREADING_DUE, proofreading.no(), remindAt(proofreading));
    }

    void tell(Proofreading proofreading, MessageTemplate template) {
        notifications.send(
                proofreading.accountNo(),
                template,
                Map.of(
                        "campaign",
                        campaigns.require(proofreading.campaignNo()).name(),
                        "day",
                        Language.ZH.day(proofreading.dueDay(), proofreading.provisional())),
                Map.of("day", Language.EN.day(proofreading.dueDay(), proofreading.provisional())),
                proofreading.no());
    }
}
