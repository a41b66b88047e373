package org.tucai.account;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.tucai.platform.id.PublicNumbers;
import org.tucai.platform.web.Language;

/**
 * Accounts for students who are captured on site before they have one. With neither phone number nor WeChat id, nobody can sign in to
 * them; later the student's own account takes over their captures.
 */
@Singleton
public class UnclaimedAccountService {
    private final AccountRepository accounts;
    private final PublicNumbers numbers;
    private final InstantSource clock;

    UnclaimedAccountService(AccountRepository accounts, PublicNumbers numbers, InstantSource clock) {
        this.accounts = accounts;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** Creates an unclaimed account and returns its number. */
    @Transactional
    public String open() {
        String no = numbers.next(AccountService.PREFIX);
        accounts.beginUnclaimed(no, Language.ZH, clock.instant());
        return no;
    }

    /** Whether nobody can sign in to the account. */
    @Transactional
    public boolean isUnclaimed(String accountNo) {
        return accounts.findByNo(accountNo)
                .map(a -> a.phone() == null && a.openid() == null)
                .orElse(false);
    }

    /**
     * Deletes the account if nothing belongs to it any more, unless somebody can sign in to it.
     *
     * @param empty whether nothing belongs to it; called while the account is locked, so that of two concurrent takeovers the second
     *     sees what the first has taken
     * @return whether it was deleted
     */
    @Transactional
    public boolean close(String accountNo, BooleanSupplier empty) {
        Optional<Account> closed = accounts.lockByNo(accountNo)
                .filter(a -> a.phone() == null && a.openid() == null)
                .filter(a -> empty.getAsBoolean());
        closed.ifPresent(accounts::delete);
        return closed.isPresent();
    }
}
