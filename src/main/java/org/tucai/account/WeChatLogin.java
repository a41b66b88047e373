package org.tucai.account;

import java.util.Optional;

/** Port: asks WeChat who a {@code wx.login} code belongs to (code2session). */
public interface WeChatLogin {
    /**
     * The user's id within our mini program.
     *
     * @param code from {@code wx.login}, good once
     * @return empty when WeChat does not know the code; throws {@code wechat-unavailable} when it cannot be asked
     */
    Optional<String> openid(String code);
}
