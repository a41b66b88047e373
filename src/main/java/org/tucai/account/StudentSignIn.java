package org.tucai.account;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.tucai.account.SmsCodeService.Verdict;
import org.tucai.platform.privacy.PhoneNumber;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.SessionTokens;
import org.tucai.platform.web.Language;

/** Signs students in and links phone numbers and WeChat ids; outside transactions, because it calls WeChat. */
@Singleton
class StudentSignIn {
    private final AccountService accounts;
    private final SmsCodeService codes;
    private final SignInService sessions;
    private final Optional<WeChatLogin> weChat;

    StudentSignIn(AccountService accounts, SmsCodeService codes, SignInService sessions, Optional<WeChatLogin> weChat) {
        this.accounts = accounts;
        this.codes = codes;
        this.sessions = sessions;
        this.weChat = weChat;
    }

    SessionTokens byWeChat(String code, Language language, String device) {
        return sessions.byWeChat(openid(code, AccountProblem.WECHAT_CODE_INVALID), language, device);
    }

    SessionTokens byPhone(PhoneNumber phone, String code, String address, Language language, String device) {
        Verdict verdict = codes.redeem(phone, code, address);
        if (verdict != Verdict.RIGHT) {
            throw new ProblemException(
                    switch (verdict) {
                        case WRONG -> AccountProblem.SMS_CODE_WRONG;
                        case LOCKED -> AccountProblem.SMS_CODE_LOCKED;
                        case EXPIRED, RIGHT -> AccountProblem.SMS_CODE_EXPIRED;
                    });
        }
        return sessions.byPhone(phone, language, device);
    }

    /** Returns new tokens if the account was merged into another; otherwise the caller's session goes on. */
    Optional<SignInService.Joined> linkPhone(
            String accountNo, PhoneNumber phone, String code, String address, String device) {
        Verdict verdict = codes.redeem(phone, code, address);
        if (verdict != Verdict.RIGHT) {
            throw new ProblemException(
                    switch (verdict) {
                        case WRONG -> AccountProblem.PHONE_CODE_WRONG;
                        case LOCKED -> AccountProblem.PHONE_CODE_LOCKED;
                        case EXPIRED, RIGHT -> AccountProblem.PHONE_CODE_EXPIRED;
                    });
        }
        return sessions.linkPhone(accountNo, phone, device);
    }

    void linkWeChat(String accountNo, String code) {
        accounts.linkOpenid(accountNo, openid(code, AccountProblem.WECHAT_LINK_INVALID));
    }

    private String openid(String code, AccountProblem whenWrong) {
        return weChat.orElseThrow(() -> new ProblemException(AccountProblem.WECHAT_UNAVAILABLE))
                .openid(code)
                .orElseThrow(() -> new ProblemException(whenWrong));
    }
}
