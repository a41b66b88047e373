package org.tucai.portrait.rule;

import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.LightFacts;

/** Neither under- nor overexposed, judged by the brightest parts of the picture, so that dark skin is not called dark, and by clipping. */
final class Exposure extends Rule {
    Exposure() {
        super("exposure", "min", "max", "skin.max", "face.min");
    }

    @Override
    RuleResult judge(Answer answer) {
        answer.at(HeadPlace.FACE);
        LightFacts light = answer.find(LightFacts.class);
        if (light == null) {
            return answer.notAssessed();
        }
        Double brightest = answer.max("skin");
        if (brightest != null && light.lightness() > brightest) {
            return answer.within(null, brightest, light.lightness(), "L*, skin", 3);
        }
        Double leastOfFace = answer.min("face");
        if (leastOfFace != null && light.faceBrightest() < leastOfFace) {
            return answer.within(leastOfFace, null, light.faceBrightest(), "L*, face", 3);
        }
        Double least = answer.profile().min(id());
        if (least != null && light.brightest() >= least) {
            double mostClipped = 0.02 + (light.brightest() - least) / 300;
            if (light.clipped() > mostClipped) { // the same sum, told by what is in the way
                String which = light.black() > light.white() ? "mostly black" : "mostly white";
                return answer.within(null, mostClipped, light.clipped(), "share black or white, " + which, 0.01);
            }
        }
        double left = Math.max(0, light.brightest() - 300 * Math.max(0, light.clipped() - 0.02)); // L* ends at 0
        return answer.within(left, "L*", 3);
    }
}
