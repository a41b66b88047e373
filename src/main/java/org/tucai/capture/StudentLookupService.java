package org.tucai.capture;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tucai.account.AccountService;
import org.tucai.audit.AuditTrail;
import org.tucai.platform.privacy.PhoneNumber;
import org.tucai.platform.security.Actor;

/** Finds the student who asks for help by what the student can say; every look-up is audited, without what was said. */
@Singleton
public class StudentLookupService {
    private static final String NOBODY = "nobody";

    private final AccountService accounts;
    private final CaptureRepository captures;
    private final FactsVault facts;
    private final AuditTrail audit;

    StudentLookupService(AccountService accounts, CaptureRepository captures, FactsVault facts, AuditTrail audit) {
        this.accounts = accounts;
        this.captures = captures;
        this.facts = facts;
        this.audit = audit;
    }

    /**
     * What was found.
     *
     * @param accountNo the account with the phone number; null if there is none, or if the number is a 学生唯一编号
     * @param captures the student's captures, newest first
     */
    public record Found(@Nullable String accountNo, List<Capture> captures) {
        public boolean isNothing() {
            return accountNo == null && captures.isEmpty();
        }
    }

    /**
     * The account with that phone number and its captures, else the captures of the student with that 学生唯一编号, whoever's account
     * they are in; of the latter none whose facts are deleted.
     */
    @Transactional
    public Found find(String number, Actor by) {
        Optional<String> account =
                PhoneNumber.isOne(number) ? accounts.find(new PhoneNumber(number)) : Optional.empty();
        if (account.isPresent()) {
            List<Capture> own = captures.findByAccountNoOrderByCreatedAtDesc(account.get());
            return audited(new Found(account.get(), own), by);
        }
        String key = facts.studentKey(number);
        return audited(new Found(null, captures.findByStudentKeyOrderById(key).reversed()), by);
    }

    private Found audited(Found found, Actor by) {
        String subject = found.captures.stream().findFirst().map(Capture::no).orElse(found.accountNo);
        audit.look(by, "student-looked-up", subject == null ? NOBODY : subject, "captures: " + found.captures.size());
        return found;
    }
}
