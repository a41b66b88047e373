package org.tucai.capture;

import jakarta.inject.Singleton;
import java.util.List;
import org.tucai.campaign.PhotoStandards;
import org.tucai.portrait.Profiles;

/** The photo standards that come with the program. */
@Singleton
class KnownProfiles implements PhotoStandards {
    @Override
    public List<String> names() {
        return Profiles.ids();
    }
}
