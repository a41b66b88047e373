package org.tucai.notification;

import org.jspecify.annotations.Nullable;
import org.tucai.platform.privacy.PhoneNumber;
import org.tucai.platform.web.Language;

/**
 * Where an account can be reached.
 *
 * @param phone verified phone number
 * @param openid WeChat id within our mini program
 * @param language of the messages
 */
public record Recipient(
        @Nullable PhoneNumber phone, @Nullable String openid, Language language) {
    /** Without the ids, for logs. */
    @Override
    public String toString() {
        return "Recipient[" + phone + ", " + language + "]";
    }
}
