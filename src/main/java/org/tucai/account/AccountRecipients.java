package org.tucai.account;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.tucai.notification.Channel;
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
    public Optional<Recipient> recipient(String accountNo, Channel channel) {
        return accounts.findByNo(accountNo).map(account -> recipient(account, channel));
    }

    @Override
    public boolean isThere(String accountNo) {
        return accounts.existsByNo(accountNo);
    }

    private Recipient recipient(Account account, Channel channel) {
        String phone = account.phone();
        String openid = account.openid();
        return switch (channel) {
            case SMS -> new Recipient(phone == null ? null : identifiers.openPhone(phone), null, account.language());
            case SUBSCRIBE ->
                new Recipient(null, openid == null ? null : identifiers.openOpenid(openid), account.language());
        };
    }
}
