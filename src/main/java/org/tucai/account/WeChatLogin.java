package org.tucai.account;

import java.util.Optional;

/** Port: asks WeChat who a {@code wx.login} code belongs to (code2session). */
public interface WeChatLogin {
    /**
     * The user's id within our mini program.
     *
     * @param code from {@code wx.login}, valid once
     * @return empty if WeChat does not know the code
     * @throws org.tucai.platform.problem.ProblemException {@code wechat-unavailable} if WeChat cannot be reached, after half a
     *     minute at the latest
     */
    Optional<String> openid(String code);
}
