package org.tucai.bench.portrait;

import java.util.List;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.LightFacts;

/** Groups of skin tone. */
final class SkinTone {
    static final List<String> GROUPS = List.of("light", "intermediate", "dark");

    private SkinTone() {}

    /**
     * The group by the individual typology angle of the measured skin, cut where Chardon (1991) cuts: light above 41°,
     * intermediate above 10°, dark; "unknown" without measured skin. Measured in the picture, so it follows the light as well.
     */
    static String of(Facts facts) {
        LightFacts light = facts.find(LightFacts.class);
        if (light == null) {
            return "unknown";
        }
        double b = light.chroma() * Math.sin(Math.toRadians(light.hue()));
        double angle = Math.toDegrees(Math.atan2(light.lightness() - 50, b));
        return angle > 41 ? "light" : angle > 10 ? "intermediate" : "dark";
    }
}
