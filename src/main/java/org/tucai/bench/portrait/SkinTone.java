package org.tucai.bench.portrait;

import java.util.List;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.LightFacts;

/** Groups of skin tones. */
final class SkinTone {
    static final List<String> GROUPS = List.of("light", "intermediate", "dark");

    private SkinTone() {}

    /**
     * The group by the individual typology angle of the measured skin, with the limits of Chardon (1991): light above 41°,
     * intermediate above 10°, else dark; "unknown" without measured skin. Measured in the picture, so it depends on the light too.
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
