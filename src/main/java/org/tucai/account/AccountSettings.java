package org.tucai.account;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/** {@code tucai.account.*}: limits of SMS codes. */
@ConfigurationProperties("tucai.account")
interface AccountSettings {
    /** How long a code is valid. */
    @Bindable(defaultValue = "5m")
    Duration getCodeLife();

    /** Pause between two codes to one number. */
    @Bindable(defaultValue = "60s")
    Duration getCodePause();

    /** Most codes to one number on one day in China. */
    @Bindable(defaultValue = "10")
    int getCodesPerDay();

    /** Most codes to one number requested from one network address within 24 hours while none of them is entered there. */
    @Bindable(defaultValue = "5")
    int getCodesPerNumberAndAddress();

    /** Wrong tries allowed per code. */
    @Bindable(defaultValue = "5")
    int getCodeTries();

    /** Most codes requested from one network address in an hour; a whole campus may share one. */
    @Bindable(defaultValue = "300")
    int getCodesPerAddress();
}
