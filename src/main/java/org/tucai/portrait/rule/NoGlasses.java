package org.tucai.portrait.rule;

import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.GeometryFacts;
import org.tucai.portrait.face.GlassesFacts;

/** No glasses of any kind, for profiles that forbid them. */
final class NoGlasses implements Rule {
    @Override
    public String id() {
        return "no-glasses";
    }

    @Override
    public RuleResult judge(Facts facts, Profile profile) {
        GlassesFacts glasses = facts.find(GlassesFacts.class);
        GeometryFacts head = facts.find(GeometryFacts.class);
        if (glasses == null || head == null) {
            return Answer.of(this, profile).notAssessed();
        }
        double unit = head.eyeDistance();
        Answer answer =
                Answer.of(this, profile).at(facts, head.eyesX() - unit, head.eyesY() - unit / 3, unit * 2, unit * 0.7);
        Double learned = HeadPlace.learned(facts, id());
        return learned != null
                ? answer.learned(learned)
                : answer.within(null, GlassesFacts.LIMIT, glasses.certainty(), "", 2);
    }
}
