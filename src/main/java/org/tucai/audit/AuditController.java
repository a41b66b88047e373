package org.tucai.audit;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Cursor;
import org.tucai.platform.web.DaySpan;
import org.tucai.platform.web.Page;

@Tag(name = "Audit")
@Controller("/api/v1/admin/audit-entries")
@Secured(Role.Names.MANAGER)
class AuditController {
    /** Before every number, so that entries of the instant after the last day are left out. */
    private static final String FIRST_NO = "";

    private final AuditEntryRepository entries;
    private final ActorNames names;

    AuditController(AuditEntryRepository entries, ActorNames names) {
        this.entries = entries;
        this.names = names;
    }

    /**
     * An audit entry.
     *
     * @param actor the role and number of whoever did it, {@code MANAGER:stf_…}; {@code SYSTEM:system} is the program itself
     * @param actorName display name of a staff member, or name of a school's client; null for students and the program
     * @param action what was done, {@code capture-accepted}; not for display, and new ones are added
     * @param subject number of what was acted on
     * @param subjectName name of the staff member or school's client that was acted on; null for anything else
     * @param detail more about it, in English and without personal data; may be empty
     */
    @Serdeable
    record AuditEntryView(
            String no,
            OffsetDateTime at,
            String actor,
            @Nullable String actorName,
            String action,
            String subject,
            @Nullable String subjectName,
            String detail) {}

    @Operation(summary = "Searches the audit trail, newest first")
    @Get("{?actor,subject,action,from,to,cursor,limit}")
    Page<AuditEntryView> searchAudit(
            @Parameter(
                            description =
                                    "number of a staff member, account or school's client, in any role; or `actor` of"
                                            + " an entry")
                    @QueryValue
                    @Nullable
                    String actor,
            @Parameter(description = "number of what was acted on") @QueryValue @Nullable String subject,
            @Parameter(description = "action, as in an entry") @QueryValue @Nullable String action,
            @Parameter(description = "first day (China time); without it from the beginning") @QueryValue @Nullable
                    LocalDate from,
            @Parameter(description = "last day (China time), included; without it until now") @QueryValue @Nullable
                    LocalDate to,
            @QueryValue @Nullable String cursor,
            @QueryValue(defaultValue = "50") @Min(1) @Max(200) int limit) {
        DaySpan days = DaySpan.searched(from, to);
        Cursor before = Cursor.decode(cursor, new Cursor(days.end(), FIRST_NO));
        // one query per role, each read in index order: a single one would sort everything they ever did
        List<AuditEntry> found = rolesOf(actor)
                .flatMap(
                        of -> entries
                                .before(
                                        before.at(),
                                        before.no(),
                                        days.start(),
                                        of.orElse(null),
                                        subject,
                                        action,
                                        limit + 1)
                                .stream())
                .sorted(Comparator.comparing(AuditEntry::at)
                        .thenComparing(AuditEntry::no)
                        .reversed())
                .limit(limit + 1L)
                .toList();
        Page<AuditEntry> page = Page.of(found, limit, e -> new Cursor(e.at(), e.no()));
        Map<String, String> named = names.of(page.items().stream()
                .flatMap(e -> Stream.of(Actor.parse(e.actor()).no(), e.subject()))
                .toList());
        return page.map(e -> view(e, named));
    }

    /** Entries name role and number, but a manager knows only the number, and a member's role may have changed. */
    private static Stream<Optional<String>> rolesOf(@Nullable String actor) {
        return actor == null || actor.contains(":")
                ? Stream.of(Optional.ofNullable(actor))
                : Arrays.stream(Role.values()).map(role -> Optional.of(new Actor(role, actor).toString()));
    }

    private static AuditEntryView view(AuditEntry e, Map<String, String> named) {
        return new AuditEntryView(
                e.no(),
                ChinaTime.offset(e.at()),
                e.actor(),
                named.get(Actor.parse(e.actor()).no()),
                e.action(),
                e.subject(),
                named.get(e.subject()),
                e.detail());
    }
}
