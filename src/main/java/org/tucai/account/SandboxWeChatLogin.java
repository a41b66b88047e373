package org.tucai.account;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Pretends to be WeChat: the code {@code sandbox-NAME} always belongs to {@code openid-NAME}. */
@Singleton
@Requires(property = "tucai.sandbox", value = "true")
class SandboxWeChatLogin implements WeChatLogin {
    private static final String PREFIX = "sandbox-";

    @Override
    public Optional<String> openid(String code) {
        return code.startsWith(PREFIX) && code.length() > PREFIX.length()
                ? Optional.of("openid-" + code.substring(PREFIX.length()))
                : Optional.empty();
    }
}
