package org.tucai.proofreading;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import org.tucai.platform.job.EachOne;
import org.tucai.platform.job.LocalJob;
import org.tucai.platform.time.ChinaTime;
import org.tucai.workday.WorkdayCalendar;

/**
 * Counts the due dates of open checks anew after a calendar year was loaded, each in a transaction of its own: a check that fails does not
 * hold up the others.
 */
@Singleton
class RecountProofreadingsJob implements LocalJob {
    static final String TYPE = "recount-proofreadings";

    private final ProofreadingRepository proofreadings;
    private final ProofreadingEndService service;
    private final WorkdayCalendar calendar;

    RecountProofreadingsJob(
            ProofreadingRepository proofreadings, ProofreadingEndService service, WorkdayCalendar calendar) {
        this.proofreadings = proofreadings;
        this.calendar = calendar;
        this.service = service;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public void run(String year) {
        LocalDate firstDay = calendar.firstDayNamedBy(Integer.parseInt(year));
        Instant from = ChinaTime.endOf(firstDay.minusDays(1));
        Instant until = ChinaTime.endOf(LocalDate.of(Integer.parseInt(year), 12, 31));
        EachOne.of(TYPE, (after, limit) -> proofreadings.countedOver(after, from, until, limit), service::recount);
    }
}
