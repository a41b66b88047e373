package org.tucai.portrait.crop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tucai.portrait.Profiles;
import org.tucai.portrait.face.GeometryFacts;
import org.tucai.portrait.face.Roi;

class CropPlannerTest {
    private final CropPlanner planner = new CropPlanner(Profiles.load("graduation-2017"));

    @Test
    void aimsAtTheStandardsEyeDistanceAndEyeLine() {
        Roi cut = cutOf(planner.plan(head(750, 900, 300, 340), 0, 1500, 2000, 1));

        assertThat(cut.width()).isCloseTo(1200, within(12.0));
        assertThat(cut.v(750, 900) * 640).isCloseTo(288, within(3.0));
        assertThat(cut.u(750, 900)).isCloseTo(0.5, within(0.001));
    }

    @Test
    void makesRoomForTallHair() {
        Roi cut = cutOf(planner.plan(head(1000, 1300, 300, 1300 - 2.4 * 300), 0, 2000, 3000, 1));

        assertThat(cut.v(1000, 1300 - 2.4 * 300) * 640).isBetween(50.0, 110.0);
        assertThat(cut.v(1000, 1300) * 640).isBetween(200.0, 300.0);
    }

    @Test
    void turnsByNoMoreThanTheProfileAllows() {
        Roi little = cutOf(planner.plan(head(1500, 1500, 200, 1120), 3, 3000, 3000, 1));
        Roi much = cutOf(planner.plan(head(1500, 1500, 200, 1120), 20, 3000, 3000, 1));
        Roi level = cutOf(planner.plan(head(1500, 1500, 200, 1120), 0.5, 3000, 3000, 1));

        assertThat(Math.toDegrees(little.angle())).isCloseTo(3, within(1e-9));
        assertThat(Math.toDegrees(much.angle())).isCloseTo(5, within(1e-9));
        assertThat(level.angle()).isZero();
    }

    @Test
    void staysInsideThePictureWhenTheHeadIsASideOfTheMiddle() {
        Roi cut = cutOf(planner.plan(head(590, 900, 300, 340), 0, 1500, 2000, 1));

        assertThat(cut.x(0, 0)).isGreaterThanOrEqualTo(-0.5);
        assertThat(Math.abs(cut.u(590, 900) - 0.5) * 480).isLessThanOrEqualTo(24);
    }

    @Test
    void refusesToInventPixels() {
        CropPlan top = planner.plan(head(750, 300, 300, -200), 0, 1500, 2000, 1);
        CropPlan side = planner.plan(head(250, 900, 300, 340), 0, 1500, 2000, 1);

        assertThat(top.cut()).isNull();
        assertThat(top.refusedBy()).isEqualTo("crown-position");
        assertThat(top.missing()).isPositive();
        assertThat(side.refusedBy()).isEqualTo("centred");
        assertThat(side.where()).isEqualTo("on the left");
    }

    @Test
    void refusesAFaceTooSmallToShowDetailUnlessTheFileHasMore() {
        CropPlan small = planner.plan(head(300, 300, 50, 206), 0, 600, 800, 1);
        CropPlan reduced = planner.plan(head(300, 300, 50, 206), 0, 600, 800, 4);

        assertThat(small.refusedBy()).isEqualTo("eye-distance");
        assertThat(reduced.cut()).isNotNull();
    }

    @Test
    void namesTheMissingDetailWhereTheFrameWouldFitButForIt() {
        CropPlan plan = planner.plan(head(1450, 230, 85, 60), 0, 3000, 500, 1);

        assertThat(plan.refusedBy()).isEqualTo("eye-distance");
        assertThat(plan.missing()).isCloseTo(11, within(0.1));
    }

    @Test
    void namesTheFaceWhereOnlyItsWidthKeepsItOutOfTheFrame() {
        GeometryFacts broad = new GeometryFacts(600, 720, 300, 3 * 300, 1240, 170.0, 156);

        CropPlan plan = planner.plan(broad, 0, 1210, 1610, 1);

        assertThat(plan.refusedBy()).isEqualTo("face-width");
        assertThat(plan.missing()).isCloseTo(64, within(0.1));
    }

    private static Roi cutOf(CropPlan plan) {
        Roi cut = plan.cut();
        assertThat(cut).isNotNull();
        return cut;
    }

    private static GeometryFacts head(double x, double y, double eyes, double hairTop) {
        return new GeometryFacts(x, y, eyes, 2.21 * eyes, y + 1.73 * eyes, hairTop, y - 1.88 * eyes);
    }
}
