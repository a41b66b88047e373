package org.tucai.portrait.rule;

import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.ClothesFacts;

/** The line of the shoulders is level, degrees; the report names the side of the picture on which it is lower. */
final class ShouldersLevel extends Rule {
    ShouldersLevel() {
        super("shoulders-level", "min", "max");
    }

    @Override
    RuleResult judge(Answer answer) {
        answer.at(HeadPlace.CLOTHES);
        ClothesFacts clothes = answer.find(ClothesFacts.class);
        if (clothes == null) {
            return answer.notAssessed();
        }
        double slope = clothes.slope();
        return answer.within(Math.abs(slope), slope < 0 ? "°, lower on the left" : "°, lower on the right", 2);
    }
}
