package org.tucai.account;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/** {@code tucai.account.*}: how codes are sent and borne. */
@ConfigurationProperties("tucai.account")
interface AccountSettings {
    /** How long a code is good. */
    @Bindable(defaultValue = "5m")
    Duration getCodeLife();

    /** Pause between two codes to one number. */
    @Bindable(defaultValue = "60s")
    Duration getCodePause();

    /** Codes to one number on one day in China. */
    @Bindable(defaultValue = "10")
    int getCodesPerDay();

    /** Of these, those asked for from one network address within 24 hours while none of them is entered there. */
    @Bindable(defaultValue = "5")
    int getCodesPerNumberAndAddress();

    /** Wrong tries of one code. */
    @Bindable(defaultValue = "5")
    int getCodeTries();

    /** Codes asked for from one network address in an hour; a campus shares one. */
    @Bindable(defaultValue = "300")
    int getCodesPerAddress();
}
