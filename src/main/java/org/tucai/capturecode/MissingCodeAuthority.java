package org.tucai.capturecode;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.tucai.platform.start.StartRemark;

/** Says when no bean opens codes of the configured format. */
@Singleton
class MissingCodeAuthority implements StartRemark {
    private final Optional<CodeAuthority> authority;
    private final String format;

    MissingCodeAuthority(Optional<CodeAuthority> authority, @Value("${tucai.capture-code.format}") String format) {
        this.authority = authority;
        this.format = format;
    }

    @Override
    public List<String> remarks() {
        return authority.isPresent()
                ? List.of()
                : List.of("No CodeAuthority for the format " + format
                        + " (tucai.capture-code.format): no capture code can be opened");
    }
}
