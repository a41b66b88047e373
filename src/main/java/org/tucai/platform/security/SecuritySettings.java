package org.tucai.platform.security;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/** {@code tucai.security.*}: how long tokens and sessions live, and how many failed attempts are tolerated. */
@ConfigurationProperties("tucai.security")
interface SecuritySettings {
    /** Life of an access token. */
    @Bindable(defaultValue = "10m")
    Duration getAccessToken();

    /** A student's session ends after that long without a refresh. */
    @Bindable(defaultValue = "30d")
    Duration getStudentIdle();

    /** And in any case after that long. */
    @Bindable(defaultValue = "180d")
    Duration getStudentLongest();

    /** The same of reviewers and managers. */
    @Bindable(defaultValue = "2h")
    Duration getStaffIdle();

    @Bindable(defaultValue = "12h")
    Duration getStaffLongest();

    /** Failed sign-ins from one network address within the window; a campus shares one. */
    @Bindable(defaultValue = "100")
    int getFailuresPerAddress();

    @Bindable(defaultValue = "10m")
    Duration getAddressWindow();
}
