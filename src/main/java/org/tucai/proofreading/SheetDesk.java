package org.tucai.proofreading;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tucai.audit.AuditTrail;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.CampaignService;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureAlbum;
import org.tucai.capture.CaptureFacts;
import org.tucai.capture.CaptureRoll;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Cursor;
import org.tucai.platform.web.Page;
import org.tucai.platform.work.Turns;

/**
 * Draws sheets for schools. 学号 are sealed, so the database cannot sort by them: a campaign is read page by page, and one line of some
 * 150 bytes is kept in memory per student. A school draws one sheet at a time.
 */
@Singleton
public class SheetDesk {
    private static final int PAGE = 500;

    private final CampaignService campaigns;
    private final CaptureRoll roll;
    private final CaptureAlbum album;
    private final ProofreadingRepository proofreadings;
    private final AuditTrail audit;
    private final Turns turns;
    private final InstantSource clock;

    SheetDesk(
            CampaignService campaigns,
            CaptureRoll roll,
            CaptureAlbum album,
            ProofreadingRepository proofreadings,
            AuditTrail audit,
            Turns turns,
            InstantSource clock) {
        this.campaigns = campaigns;
        this.roll = roll;
        this.album = album;
        this.proofreadings = proofreadings;
        this.audit = audit;
        this.turns = turns;
        this.clock = clock;
    }

    /**
     * The sheet of those whose picture is accepted; audited. Students captured while it is drawn may be missing; nobody appears twice.
     *
     * @param className one class only, as the sheet names it; null for all
     * @throws ProblemException not-found for a campaign that is not the school's, and for a class in which nobody is
     */
    public Sheet draw(String schoolNo, String campaignNo, ClassScheme classes, @Nullable String className, Actor by) {
        Campaign campaign = campaigns.requireOf(schoolNo, campaignNo);
        Draft draft = new Draft(classes, className);
        turns.run(schoolNo, () -> fill(draft, campaignNo));
        if (className != null && draft.rows.isEmpty()) {
            throw PlatformProblem.notFound();
        }
        draft.rows.sort(SheetRow.ORDER);
        audit.look(by, "proofreading-sheet", campaignNo, draft.rows.size() + " students");
        return new Sheet(
                campaigns.requireSchool(schoolNo).name(),
                campaign.name(),
                classes,
                ChinaTime.day(clock.instant()),
                draft.rows,
                draft.forgotten,
                draft.unreadable);
    }

    private Draft fill(Draft draft, String campaignNo) {
        String next = "";
        while (next != null) {
            Page<Capture> page = roll.page(campaignNo, null, null, Cursor.decode(next, Cursor.END), PAGE);
            List<Capture> captured =
                    page.items().stream().filter(c -> c.status().isCaptured()).toList();
            Map<String, Proofreading> checks = checks(captured);
            captured.forEach(c -> draft.add(c, album.facts(c), checks.get(c.photoNo())));
            next = page.next();
        }
        return draft;
    }

    /** By the photo that was checked, because the check of an earlier photo says nothing about the current one. */
    private Map<String, Proofreading> checks(List<Capture> of) {
        return of.isEmpty()
                ? Map.of()
                : proofreadings.findByCaptureNoIn(of.stream().map(Capture::no).toList()).stream()
                        .collect(Collectors.toMap(Proofreading::photoNo, p -> p));
    }

    /** What is known of a sheet on the way. */
    private static final class Draft {
        private final ClassScheme classes;
        private final @Nullable String wanted;
        private final List<SheetRow> rows = new ArrayList<>();
        /** One text for each class, not for each student. */
        private final Map<String, String> names = new HashMap<>();

        private int forgotten;
        private int unreadable;

        Draft(ClassScheme classes, @Nullable String wanted) {
            this.classes = classes;
            this.wanted = wanted;
        }

        void add(Capture capture, @Nullable CaptureFacts facts, @Nullable Proofreading check) {
            if (facts == null) {
                forgotten += capture.keepsFacts() ? 0 : 1;
                unreadable += capture.keepsFacts() ? 1 : 0;
                return;
            }
            String name = names.computeIfAbsent(classes.nameOf(facts), Function.identity());
            if (wanted == null || wanted.equals(name)) {
                String studentNo =
                        Objects.requireNonNullElse(facts.studentNo(), "").strip();
                rows.add(new SheetRow(name, studentNo, facts.maskedName(), CheckResult.of(check)));
            }
        }
    }
}
