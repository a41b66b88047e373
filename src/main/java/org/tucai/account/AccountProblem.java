package org.tucai.account;

import java.util.Set;
import org.tucai.platform.problem.Problem;

/** What can be wrong with signing in and with accounts. */
enum AccountProblem implements Problem {
    /** The step needs a verified phone number (DOMAIN §1.2). */
    PHONE_NOT_VERIFIED(
            409,
            "请先验证手机号",
            "请先用短信验证码验证手机号，再继续拍摄。",
            "Phone not verified",
            "Verify your phone number with an SMS code first."),
    /** WeChat does not know the code, or it was used. */
    WECHAT_CODE_INVALID(
            401,
            "微信登录失败",
            "微信登录凭证无效或已过期，请重新登录。",
            "WeChat sign-in failed",
            "Your WeChat sign-in is invalid or has expired. Sign in again."),
    /** WeChat did not answer, or no mini program is configured. */
    WECHAT_UNAVAILABLE(
            503,
            "微信登录暂不可用",
            "微信登录暂不可用，请稍后重试或使用手机号登录。",
            "WeChat sign-in unavailable",
            "WeChat sign-in is unavailable. Try again later or sign in by phone."),
    /** The unit has no SMS channel: better said than a code promised that never comes. */
    SMS_UNAVAILABLE(
            503,
            "短信暂不可用",
            "短信验证码暂时无法发送，请稍后重试或使用微信登录。",
            "SMS unavailable",
            "SMS codes cannot be sent now. Try again later or sign in with WeChat."),
    SMS_TOO_SOON(429, "发送过于频繁", "验证码已发送，{0} 秒后可重新获取。", "Too soon", "A code was just sent. Request another in {0} s."),
    SMS_DAILY_LIMIT(
            429,
            "今日次数已用完",
            "该手机号今日获取验证码次数已达上限，请明天再试。",
            "Daily limit reached",
            "This number has reached its daily limit of codes. Try again tomorrow."),
    /** One address has asked for its part of a number's codes and entered none. */
    SMS_SHARE_SPENT(
            429,
            "获取次数过多",
            "您在当前网络已多次为该手机号获取验证码而未使用，24 小时内不能再获取。请切换网络（如改用手机流量）后重试，或使用微信登录。",
            "Too many unused codes",
            "Several codes for this number were requested from this network but not used, so no more are sent for 24"
                    + " hours. Switch to another network, such as mobile data, or sign in with WeChat."),
    SMS_ADDRESS_LIMIT(
            429,
            "发送过于频繁",
            "当前网络获取验证码过于频繁，请稍后再试。",
            "Too many code requests",
            "Too many codes were requested from this network. Try again later."),
    SMS_CODE_WRONG(
            401, "验证码错误", "验证码错误，请核对后重新输入。", "Wrong code", "The code is incorrect. Check it and enter it again."),
    /** None was sent, it is too old, or it was used. */
    SMS_CODE_EXPIRED(
            401, "验证码已失效", "验证码已失效，请重新获取。", "Code expired", "This code is no longer valid. Request a new one."),
    SMS_CODE_LOCKED(
            401, "验证码错误次数过多", "验证码错误次数过多，请重新获取。", "Too many wrong codes", "Too many wrong codes. Request a new one."),
    /** The same three of a student who is signed in: a 401 would tell the client that the sign-in is over. */
    PHONE_CODE_WRONG(
            422, "验证码错误", "验证码错误，请核对后重新输入。", "Wrong code", "The code is incorrect. Check it and enter it again."),
    PHONE_CODE_EXPIRED(
            422, "验证码已失效", "验证码已失效，请重新获取。", "Code expired", "This code is no longer valid. Request a new one."),
    PHONE_CODE_LOCKED(
            422, "验证码错误次数过多", "验证码错误次数过多，请重新获取。", "Too many wrong codes", "Too many wrong codes. Request a new one."),
    /** {@link #WECHAT_CODE_INVALID} of a student who is signed in. */
    WECHAT_LINK_INVALID(
            422,
            "微信绑定失败",
            "微信登录凭证无效或已过期，请重新发起绑定。",
            "WeChat not linked",
            "Your WeChat sign-in is invalid or has expired. Start linking again."),
    /** The number belongs to another account that cannot be joined with this one. */
    PHONE_TAKEN(
            409,
            "手机号已被使用",
            "该手机号已绑定其他账号，请使用该手机号登录。",
            "Phone number in use",
            "This number belongs to another account. Sign in with this number instead."),
    WECHAT_TAKEN(
            409,
            "微信已被绑定",
            "该微信已绑定其他手机号，请使用微信登录。",
            "WeChat already linked",
            "This WeChat is linked to another phone number. Sign in with WeChat instead.");

    /** Wrong entries of callers who are signed in; they count as tries, like failed sign-ins. */
    static final Set<Problem> WRONG_PROOFS =
            Set.of(PHONE_CODE_WRONG, PHONE_CODE_EXPIRED, PHONE_CODE_LOCKED, WECHAT_LINK_INVALID);

    private final Answer answer;

    AccountProblem(int status, String titleZh, String detailZh, String titleEn, String detailEn) {
        answer = new Answer(status, titleZh, detailZh, titleEn, detailEn);
    }

    @Override
    public Answer answer() {
        return answer;
    }
}
