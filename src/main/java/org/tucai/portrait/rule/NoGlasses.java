package org.tucai.portrait.rule;

import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.GlassesFacts;
import org.tucai.portrait.face.Learned;

/** No glasses of any kind, for profiles that forbid them. */
final class NoGlasses extends Rule {
    NoGlasses() {
        super("no-glasses", "certainty.min");
    }

    @Override
    RuleResult judge(Facts facts, Profile profile) {
        Answer answer = Answer.of(this, facts, profile).at(HeadPlace.LENSES);
        GlassesFacts glasses = facts.find(GlassesFacts.class);
        if (glasses == null) {
            return answer.notAssessed();
        }
        Double learned = Learned.find(facts, id());
        return learned != null
                ? answer.learned(learned)
                : answer.within(null, GlassesFacts.LIMIT, glasses.certainty(), "", 2);
    }
}
