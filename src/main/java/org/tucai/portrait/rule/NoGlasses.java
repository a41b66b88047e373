package org.tucai.portrait.rule;

import java.util.Set;
import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.GlassesFacts;
import org.tucai.portrait.face.Learned;

/** No glasses of any kind, for profiles that forbid them. */
final class NoGlasses implements Rule {
    @Override
    public String id() {
        return "no-glasses";
    }

    @Override
    public Set<String> limits() {
        return Set.of("certainty.min");
    }

    @Override
    public RuleResult judge(Facts facts, Profile profile) {
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
