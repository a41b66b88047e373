package org.tucai.portrait.rule;

import java.util.List;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.FaceBox;
import org.tucai.portrait.face.FrameFacts;
import org.tucai.portrait.face.TurnedFacts;

/** There is exactly one clearly visible face of relevant size, and the picture is neither on its side nor upside down. */
final class OneFace extends Rule {
    /** A further face counts from this share of the largest one's width. */
    private static final double SMALLEST = 0.15;

    OneFace() {
        super("one-face");
    }

    @Override
    RuleResult judge(Answer answer) {
        FrameFacts frame = answer.find(FrameFacts.class);
        if (frame == null) {
            return answer.notAssessed();
        }
        if (frame.faces().isEmpty()) {
            return answer.yesNo(false, 0.0, "1", "face");
        }
        TurnedFacts turned = answer.find(TurnedFacts.class);
        if (turned != null) {
            FaceBox face = frame.faces().getFirst();
            return answer.at(face.x(), face.y(), face.width(), face.height())
                    .yesNo(
                            false,
                            (double) turned.degrees(),
                            "0",
                            turned.upsideDown() ? "degrees, upside down" : "degrees, on its side");
        }
        List<FaceBox> others = frame.others(SMALLEST);
        FaceBox last = others.isEmpty() ? frame.faces().getFirst() : others.getLast();
        return answer.at(last.x(), last.y(), last.width(), last.height())
                .yesNo(others.isEmpty(), 1.0 + others.size(), "1", "faces");
    }
}
