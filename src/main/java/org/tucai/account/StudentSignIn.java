package org.tucai.account;

import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucai.platform.db.DuplicateKey;
import org.tucai.platform.job.LineClosed;
import org.tucai.platform.job.Lines;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.SessionTokens;
import org.tucai.platform.web.Language;

/** Signs students in and links phone numbers and WeChat ids; outside transactions, because it calls WeChat. */
@Singleton
class StudentSignIn {
    private static final Logger LOG = LoggerFactory.getLogger(StudentSignIn.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private final AccountService accounts;
    private final SmsCodeService codes;
    private final SignInService sessions;
    private final Optional<WeChatLogin> weChat;
    private final Lines lines;

    StudentSignIn(
            AccountService accounts,
            SmsCodeService codes,
            SignInService sessions,
            Optional<WeChatLogin> weChat,
            Lines lines) {
        this.accounts = accounts;
        this.codes = codes;
        this.sessions = sessions;
        this.weChat = weChat;
        this.lines = lines;
    }

    SessionTokens byWeChat(String code, Language language, String device) {
        return sessions.byWeChat(openid(code, AccountProblem.WECHAT_CODE_INVALID), language, device);
    }

    SessionTokens byPhone(SmsCodeService.Entry entered, Language language, String device) {
        switch (codes.redeem(entered)) {
            case RIGHT -> {}
            case WRONG -> throw new ProblemException(AccountProblem.SMS_CODE_WRONG);
            case LOCKED -> throw new ProblemException(AccountProblem.SMS_CODE_LOCKED);
            case EXPIRED -> throw new ProblemException(AccountProblem.SMS_CODE_EXPIRED);
        }
        return sessions.byPhone(entered.phone(), language, device);
    }

    /** Returns new tokens if the account was merged into another; otherwise the caller's session goes on. */
    Optional<SignInService.Joined> linkPhone(String accountNo, SmsCodeService.Entry entered, String device) {
        switch (codes.redeem(entered)) {
            case RIGHT -> {}
            case WRONG -> throw new ProblemException(AccountProblem.PHONE_CODE_WRONG);
            case LOCKED -> throw new ProblemException(AccountProblem.PHONE_CODE_LOCKED);
            case EXPIRED -> throw new ProblemException(AccountProblem.PHONE_CODE_EXPIRED);
        }
        return onceMore(() -> sessions.linkPhone(accountNo, entered.phone(), device));
    }

    void linkWeChat(String accountNo, String code) {
        String openid = openid(code, AccountProblem.WECHAT_LINK_INVALID);
        onceMore(() -> {
            accounts.linkOpenid(accountNo, openid);
            return accountNo;
        });
    }

    /** Links again if somebody signed in for the first time with the same number or WeChat id meanwhile: now there is that account, too. */
    private static <T> T onceMore(Supplier<T> link) {
        try {
            return link.get();
        } catch (DataAccessException e) {
            DuplicateKey.require(e);
            return link.get();
        }
    }

    private String openid(String code, AccountProblem whenWrong) {
        WeChatLogin login = weChat.orElseThrow(() -> new ProblemException(AccountProblem.WECHAT_UNAVAILABLE));
        try {
            return lines.askForAPerson("WeChat login", () -> login.openid(code))
                    .orElseThrow(() -> new ProblemException(whenWrong));
        } catch (LineClosed e) {
            LOG.warn("{}", e.getMessage());
            throw ProblemException.retryAfter(AccountProblem.WECHAT_UNAVAILABLE, RETRY_AFTER);
        }
    }
}
