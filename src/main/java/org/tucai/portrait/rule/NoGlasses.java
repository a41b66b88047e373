package org.tucai.portrait.rule;

import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.GlassesFacts;

/** No glasses of any kind, for profiles that forbid them. */
final class NoGlasses extends Rule {
    NoGlasses() {
        super("no-glasses", "certainty.min");
    }

    @Override
    RuleResult judge(Answer answer) {
        answer.at(HeadPlace.LENSES);
        GlassesFacts glasses = answer.find(GlassesFacts.class);
        if (glasses == null) {
            return answer.notAssessed();
        }
        Double learned = answer.certainty();
        return learned != null
                ? answer.learned(learned)
                : answer.within(null, GlassesFacts.LIMIT, glasses.certainty(), "", 2);
    }
}
