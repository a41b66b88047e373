package org.tucai.capture.web;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.CampaignService;
import org.tucai.campaign.School;
import org.tucai.capture.CaptureRoll;
import org.tucai.capture.CaptureStatus;
import org.tucai.capture.DayCount;
import org.tucai.platform.security.Role;
import org.tucai.platform.web.DaySpan;

/** Captures in numbers, for managers. */
@Tag(name = "Captures")
@Controller(AdminCaptureController.HERE)
@Secured(Role.Names.MANAGER)
class CaptureFigureController {
    private final CaptureRoll roll;
    private final CampaignService terms;

    CaptureFigureController(CaptureRoll roll, CampaignService terms) {
        this.roll = roll;
        this.terms = terms;
    }

    /**
     * Captures of one day, China time.
     *
     * @param moved number of captures that entered each status; BOUND counts new captures
     */
    @Serdeable
    record CaptureDayView(LocalDate day, Map<CaptureStatus, Long> moved) {}

    /**
     * A campaign's number of captures in each status.
     *
     * @param counts by status; those without captures are absent
     */
    @Serdeable
    record CampaignCountView(
            String campaignNo, String campaignName, String schoolName, Map<CaptureStatus, Long> counts) {}

    @Operation(summary = "Counts captures by day and status entered (China time, both ends included, at most 366 days)")
    @Get("/capture-figures{?from,to,campaignNo}")
    List<CaptureDayView> listCaptureDays(
            @QueryValue LocalDate from,
            @QueryValue LocalDate to,
            @QueryValue @Nullable @Size(max = 24) String campaignNo) {
        DaySpan span = DaySpan.asked(from, to);
        Map<LocalDate, Map<CaptureStatus, Long>> days = new TreeMap<>();
        span.days().forEach(day -> days.put(day, new TreeMap<>()));
        for (DayCount count : roll.movedByDay(span, campaignNo)) {
            days.computeIfAbsent(count.day(), d -> new TreeMap<>()).put(count.status(), count.count());
        }
        return days.entrySet().stream()
                .map(e -> new CaptureDayView(e.getKey(), e.getValue()))
                .toList();
    }

    @Operation(summary = "Counts each campaign's captures by status")
    @Get("/capture-counts{?campaignNo}")
    List<CampaignCountView> countCaptures(@QueryValue @Nullable @Size(max = 24) String campaignNo) {
        Map<String, Map<CaptureStatus, Long>> campaigns = new TreeMap<>();
        roll.countByCampaign(campaignNo)
                .forEach(c -> campaigns
                        .computeIfAbsent(c.campaignNo(), no -> new TreeMap<>())
                        .put(c.status(), c.count()));
        Map<String, Campaign> known = terms.all(campaigns.keySet());
        Map<String, School> schools = terms.schoolsOf(List.copyOf(known.values()));
        return campaigns.entrySet().stream()
                .map(e -> count(Objects.requireNonNull(known.get(e.getKey())), schools, e.getValue()))
                .toList();
    }

    private static CampaignCountView count(
            Campaign campaign, Map<String, School> schools, Map<CaptureStatus, Long> counts) {
        School school = Objects.requireNonNull(schools.get(campaign.schoolNo()));
        return new CampaignCountView(campaign.no(), campaign.name(), school.name(), counts);
    }
}
