package org.tucai.audit;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.tucai.platform.privacy.PersonalData;
import org.tucai.platform.privacy.PersonalFile;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Cursor;
import org.tucai.platform.web.Language;

/** What was done with an account and its captures, without the names of those who did it and without their notes. */
@Singleton
class AuditData implements PersonalData {
    private static final String FILE = "log.json";

    private final AuditEntryRepository entries;

    AuditData(AuditEntryRepository entries) {
        this.entries = entries;
    }

    @Serdeable
    record Held(OffsetDateTime at, String action, Role by) {
        static Held of(AuditEntry e) {
            return new Held(
                    ChinaTime.offset(e.at()), e.action(), Actor.parse(e.actor()).role());
        }
    }

    @Override
    public List<Kind> kinds() {
        return List.of(
                new Kind(
                        false,
                        FILE,
                        "审计记录中与本账号有关的部分：时间、操作、操作者的身份类别（不含工作人员的姓名和编号）。",
                        "What the audit trail holds about the account: time, action and role of whoever acted (no names or numbers of"
                                + " staff)."),
                new Kind(
                        true,
                        FILE,
                        "审计记录中与该次采集有关的部分，例如何时有工作人员查看；内容同上。",
                        "The same for this capture, for example when it was opened by staff."));
    }

    @Override
    public List<PersonalFile> ofAccount(String accountNo, Language language) {
        return of(accountNo);
    }

    @Override
    public List<PersonalFile> ofCapture(String captureNo, Language language) {
        return of(captureNo);
    }

    private List<PersonalFile> of(String subject) {
        return List.of(PersonalFile.Listing.of(
                FILE,
                (last, limit) -> {
                    Cursor from = last == null ? Cursor.END : new Cursor(last.at(), last.no());
                    return entries.before(from.at(), from.no(), Instant.EPOCH, null, subject, null, limit);
                },
                Held::of));
    }
}
