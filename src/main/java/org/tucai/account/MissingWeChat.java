package org.tucai.account;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.tucai.platform.start.StartRemark;

/** Reports at the start that no WeChat login is installed. */
@Singleton
class MissingWeChat implements StartRemark {
    private final Optional<WeChatLogin> weChat;

    MissingWeChat(Optional<WeChatLogin> weChat) {
        this.weChat = weChat;
    }

    @Override
    public List<String> remarks() {
        return weChat.isPresent()
                ? List.of()
                : List.of("No WeChatLogin: nobody can sign in by WeChat (503 wechat-unavailable)");
    }
}
