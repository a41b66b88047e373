package org.tucai.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.tucai.audit.AuditTrail;
import org.tucai.authority.PackageAnswer;
import org.tucai.campaign.School;
import org.tucai.capture.CaptureService;
import org.tucai.capture.CaptureStatus;
import org.tucai.platform.id.PublicNumbers;
import org.tucai.platform.job.JobQueue;
import org.tucai.platform.state.StateHistory;
import org.tucai.platform.web.Cursor;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.Journeys;
import org.tucai.testing.MutableClock;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** What is locked when an answer of the authority is recorded. */
@TucaiTest
class PackageLockIT {
    private final Journeys journeys;
    private final CampaignFixtures campaigns;
    private final CaptureService captures;
    private final MutableClock clock;
    private final Rows rows;
    private final TransactionOperations<Connection> transactions;
    private final ForwardingService forwarding;
    private final AtomicLong freeCaptures = new AtomicLong(-1);

    PackageLockIT(
            Journeys journeys,
            CampaignFixtures campaigns,
            PackageRepository packages,
            CaptureService captures,
            JobQueue jobs,
            StateHistory history,
            AuditTrail audit,
            PublicNumbers numbers,
            MutableClock clock,
            Rows rows,
            TransactionOperations<Connection> transactions) {
        this.journeys = journeys;
        this.campaigns = campaigns;
        this.captures = captures;
        this.clock = clock;
        this.rows = rows;
        this.transactions = transactions;
        // read while the package is locked
        InstantSource looking = () -> {
            freeCaptures.compareAndSet(
                    -1, CompletableFuture.supplyAsync(this::freeCaptures).join());
            return clock.instant();
        };
        this.forwarding = new ForwardingService(packages, captures, jobs, history, audit, numbers, looking);
    }

    private long freeCaptures() {
        return rows.of("SELECT no FROM capture FOR UPDATE SKIP LOCKED").size();
    }

    /** Whoever forgets a capture holds it when it deletes the words of its packages: in the other order the two would block each other. */
    @Test
    void theCaptureIsLockedBeforeItsPackage() {
        School school = campaigns.aSchool();
        Journeys.Walk walk = journeys.aBoundStudent(school, campaigns.anOpenCampaign(school, t -> t.feeMinor = 0));
        journeys.submit(walk);
        journeys.decide(walk, "ACCEPT", List.of());
        String no = forwarding
                .list(null, walk.captureNo(), Cursor.END, 1)
                .getFirst()
                .no();
        PackageAnswer answer = new PackageAnswer(no, true, null, "R1", clock.instant());

        transactions.execute(TransactionDefinition.DEFAULT, status -> {
            forwarding.settle(no, answer);
            return true;
        });

        assertThat(freeCaptures).hasValue(0);
        assertThat(captures.require(walk.captureNo()).status()).isEqualTo(CaptureStatus.FORWARDED);
    }
}
