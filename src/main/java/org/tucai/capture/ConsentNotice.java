package org.tucai.capture;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import org.tucai.platform.web.Language;

/** The notice a student must accept first. The unit provides the text, and changes the version with it. */
@Singleton
public class ConsentNotice {
    private final String version;
    private final String zh;
    private final String en;

    ConsentNotice(
            @Value("${tucai.consent.version}") String version,
            @Value("${tucai.consent.zh}") String zh,
            @Value("${tucai.consent.en}") String en) {
        this.version = version;
        this.zh = zh;
        this.en = en;
    }

    public String version() {
        return version;
    }

    /** The text shown to people. */
    public String text(Language language) {
        return language.pick(zh, en);
    }
}
