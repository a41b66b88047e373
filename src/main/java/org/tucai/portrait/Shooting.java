package org.tucai.portrait;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;
import org.tucai.picture.PictureHeader;
import org.tucai.picture.Pictures;
import org.tucai.picture.UnreadablePicture;
import org.tucai.portrait.crop.CropPlan;
import org.tucai.portrait.crop.CropPlanner;
import org.tucai.portrait.crop.Cutter;
import org.tucai.portrait.crop.Framing;
import org.tucai.portrait.crop.JpegFile;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.GeometryFacts;
import org.tucai.portrait.face.Perception;
import org.tucai.portrait.face.Pose;
import org.tucai.portrait.face.Roi;
import org.tucai.portrait.face.Sighting;
import org.tucai.portrait.face.StageClock;
import org.tucai.portrait.rule.Rules;

/** Makes the finished file of one phone picture: faces are found once, then the picture is cut, encoded, measured and judged. */
final class Shooting {
    /** Rules about the finished file: on a photo that was not cut they would complain about what nobody can mend. */
    private static final Set<String> OF_THE_FINISHED = Set.of(
            "file-format",
            "file-size",
            "pixel-size",
            "dpi",
            "colour-depth",
            "jpeg-quality",
            "crown-position",
            "eye-position",
            "face-width",
            "centred",
            "eye-distance");

    /** From this share of the largest face's width on, another face may be the subject: nobody is cut out by a guess. */
    private static final double ALIKE = 0.6;

    private final Perception perception;
    private final Profile profile;
    private final StageClock clock;

    Shooting(Perception perception, Profile profile, StageClock clock) {
        this.perception = perception;
        this.profile = profile;
        this.clock = clock;
    }

    Shot shoot(byte[] file, PictureHeader header, Mat picture, int reduction) throws UnreadablePicture {
        Sighting sighting = perception.sight(picture, clock);
        GeometryFacts head = sighting.head();
        if (head == null
                || sighting.frame().faces().isEmpty()
                || !sighting.frame().others(ALIKE).isEmpty()) {
            return refused(sighting, header, picture, reduction, "one-face", null);
        }
        if (Pictures.isForPress(file, header)) { // a finished picture would have colours that nobody has seen
            return refused(sighting, header, picture, reduction, "colour-depth", null);
        }
        Pose pose = sighting.pose();
        CropPlan plan = new CropPlanner(profile)
                .plan(head, pose == null ? 0 : pose.roll(), picture.cols(), picture.rows(), reduction);
        Roi cut = plan.cut();
        if (cut == null) {
            return refused(sighting, header, picture, reduction, plan.refusedBy(), plan);
        }
        PictureShape shape = profile.shape();
        try (Mat finished = finest(file, header, picture, reduction, cut, shape)) {
            long encoding = clock.now();
            byte[] jpeg = JpegFile.encode(finished, shape);
            clock.add("encode", encoding);
            Sighting seen = sighting.in(cut, shape.width(), shape.height());
            Facts facts = perception
                    .measure(seen, finished, FileReading.blocks(header, picture, reduction), clock)
                    .with(FileReading.of(PictureHeader.of(jpeg), header, picture));
            return new Shot(
                    examination(Rules.judge(facts, profile), facts),
                    jpeg,
                    new Framing(cut, picture.cols(), picture.rows()));
        }
    }

    /** The cut from the decoded copy, or from a newly decoded finer one when that was reduced too far. */
    private Mat finest(byte[] file, PictureHeader header, Mat picture, int reduction, Roi cut, PictureShape shape)
            throws UnreadablePicture {
        int finer = reduction;
        while (finer > 1 && cut.width() * reduction / finer < shape.width()) {
            finer /= 2;
        }
        if (finer == reduction) {
            return Cutter.cut(picture, cut, shape);
        }
        double zoom = (double) reduction / finer;
        Roi larger = new Roi(cut.cx() * zoom, cut.cy() * zoom, cut.width() * zoom, cut.height() * zoom, cut.angle());
        try (Mat fine = Pictures.decode(file, header, finer, false)) {
            return Cutter.cut(fine, larger, shape);
        }
    }

    /** No finished file: the picture is judged as it is, and the rule that prevents the cut is reported as broken. */
    private Shot refused(
            Sighting sighting,
            PictureHeader header,
            Mat picture,
            int reduction,
            @Nullable String rule,
            @Nullable CropPlan plan) {
        Facts facts = perception
                .measure(sighting, picture, FileReading.blocks(header, picture, reduction), clock)
                .with(FileReading.of(header, picture));
        List<RuleResult> results = new ArrayList<>();
        for (RuleResult result : Rules.judge(facts, profile)) {
            if (result.rule().equals(rule)) {
                results.add(broken(result, plan));
            } else {
                results.add(OF_THE_FINISHED.contains(result.rule()) ? open(result) : result);
            }
        }
        return new Shot(examination(results, facts), null, null);
    }

    private static RuleResult broken(RuleResult result, @Nullable CropPlan plan) {
        Double measured = plan == null ? result.measured() : (Double) plan.missing();
        String limit = plan == null ? result.limit() : "0";
        String unit = plan == null ? result.unit() : Shot.missing(plan.where());
        return new RuleResult(result.rule(), Outcome.FAIL, Severity.HARD, 0, measured, limit, unit, result.region());
    }

    private static RuleResult open(RuleResult result) {
        return new RuleResult(
                result.rule(), Outcome.NOT_ASSESSED, result.severity(), 0.5, null, null, null, result.region());
    }

    private Examination examination(List<RuleResult> results, Facts facts) {
        return new Examination(PortraitReport.of(profile, perception.mode(), results, clock.total()), facts);
    }
}
