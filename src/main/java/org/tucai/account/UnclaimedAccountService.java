package org.tucai.account;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.tucai.platform.id.PublicNumbers;
import org.tucai.platform.web.Language;

/**
 * Accounts for students who are captured on site before they have one: with neither phone nor WeChat id, so nobody signs in to
 * them, until the student comes with an account of the own and takes over what hangs on it.
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

    /** The number of a new one. */
    @Transactional
    public String open() {
        String no = numbers.next(AccountService.PREFIX);
        accounts.beginUnclaimed(no, Language.ZH, clock.instant());
        return no;
    }

    /** Whether nobody can sign in to that account. */
    @Transactional
    public boolean isUnclaimed(String accountNo) {
        return accounts.findByNo(accountNo)
                .map(a -> a.phone() == null && a.openid() == null)
                .orElse(false);
    }

    /**
     * Deletes it unless something hangs on it still; one that somebody signs in to stays.
     *
     * @param empty whether nothing does; asked while the account is locked, so of two at once that take something over the second
     *     sees that the first has taken its own
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
