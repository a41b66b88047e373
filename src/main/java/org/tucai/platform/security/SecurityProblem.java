package org.tucai.platform.security;

import org.tucai.platform.problem.Problem;

/** What can be wrong with sign-ins and sessions. */
public enum SecurityProblem implements Problem {
    /** The refresh token is not ours, or its session is over. */
    SESSION_ENDED(401, "登录已失效", "登录已失效，请重新登录。", "Session ended", "Your session has ended. Sign in again."),
    /** A refresh token was used twice, and no answer had just been lost: somebody has a copy, so the session is ended. */
    REFRESH_TOKEN_REUSED(
            401,
            "登录已失效",
            "登录凭证被重复使用，为保护账号安全已退出，请重新登录。",
            "Refresh token reused",
            "This refresh token was already used, so the session was ended to protect the account. Sign in again."),
    /** Too many wrong tries of one name: from this network address, or from all that the name never signed in from. */
    LOGIN_LOCKED(
            429,
            "登录已锁定",
            "错误次数过多，登录已暂时锁定，请稍后再试或联系管理员。",
            "Sign-in locked",
            "Too many failed attempts: sign-in is locked for a while. Try again later or contact a manager."),
    /** Too many wrong tries from one network address. */
    TOO_MANY_FAILED_LOGINS(
            429,
            "登录失败过多",
            "当前网络登录失败次数过多，请稍后再试。",
            "Too many failed sign-ins",
            "Too many sign-ins from this network have failed. Try again later.");

    private final Answer answer;

    SecurityProblem(int status, String titleZh, String detailZh, String titleEn, String detailEn) {
        answer = new Answer(status, titleZh, detailZh, titleEn, detailEn);
    }

    @Override
    public Answer answer() {
        return answer;
    }
}
