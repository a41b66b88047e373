package org.tucai.account;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.tucai.notification.Recipient;
import org.tucai.notification.RecipientDirectory;

/** Finds out where students can be reached. */
@Singleton
class AccountRecipients implements RecipientDirectory {
    private final AccountRepository accounts;
    private final Identifiers identifiers;

    AccountRecipients(AccountRepository accounts, Identifiers identifiers) {
        this.accounts = accounts;
        this.identifiers = identifiers;
    }

    @Override
    public Optional<Recipient> recipient(String accountNo) {
        return accounts.findByNo(accountNo).map(this::recipient);
    }

    @Override
    public boolean isThere(String accountNo) {
        return accounts.existsByNo(accountNo);
    }

    private Recipient recipient(Account account) {
        String phone = account.phone();
        String openid = account.openid();
        return new Recipient(
                phone == null ? null : identifiers.openPhone(phone),
                openid == null ? null : identifiers.openOpenid(openid),
                account.language());
    }
}
