package org.tucai.portrait.crop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        Roi slight = cutOf(planner.plan(head(1500, 1500, 200, 1120), -1, 3000, 3000, 1));
        Roi level = cutOf(planner.plan(head(1500, 1500, 200, 1120), 0.9, 3000, 3000, 1));

        assertThat(Math.toDegrees(little.angle())).isCloseTo(3, within(1e-9));
        assertThat(Math.toDegrees(much.angle())).isCloseTo(5, within(1e-9));
        assertThat(Math.toDegrees(slight.angle())).isCloseTo(-1, within(1e-9));
        assertThat(level.angle()).isZero();
    }

    @Test
    void staysInsideThePictureWhenTheHeadIsOffCentre() {
        Roi cut = cutOf(planner.plan(head(590, 900, 300, 340), 0, 1500, 2000, 1));

        assertThat(cut.x(0, 0)).isGreaterThanOrEqualTo(-0.5);
        assertThat(Math.abs(cut.u(590, 900) - 0.5) * 480).isLessThanOrEqualTo(24);
    }

    /** Four pixels of the finished crop are ten of this picture. */
    @Test
    void movesTheFrameAsideBeforeItMakesTheHeadSmallerOrLarger() {
        Roi left = cutOf(planner.plan(head(590, 900, 300, 340), 0, 1500, 2000, 1));
        Roi right = cutOf(planner.plan(head(910, 900, 300, 340), 0, 1500, 2000, 1));

        assertThat(left.width()).isCloseTo(1200, within(1e-6));
        assertThat(left.height()).isCloseTo(1600, within(1e-6));
        assertThat(left.u(590, 900) * 480).isCloseTo(236, within(1e-6));
        assertThat(right.u(910, 900) * 480).isCloseTo(244, within(1e-6));
    }

    /** Where the photo ends above or below the head, the eyes may lie as far from their line as the standard allows. */
    @ParameterizedTest
    @CsvSource({"530, 340, 2000, 212", "900, 470, 1771, 292"})
    void movesTheFrameDownOrUpBeforeItMakesTheHeadSmallerOrLarger(double eyes, double hair, int height, double line) {
        Roi cut = cutOf(planner.plan(head(750, eyes, 300, eyes - hair), 0, 1500, height, 1));

        assertThat(cut.height()).isCloseTo(1600, within(1e-6));
        assertThat(cut.v(750, eyes) * 640).isCloseTo(line, within(0.5));
    }

    /** The wanted frame is 1200 wide: no column of it may be invented. */
    @Test
    void makesTheHeadALittleLargerInAPhotoThatIsTooNarrow() {
        Roi cut = cutOf(planner.plan(head(598, 900, 300, 340), 0, 1196, 2000, 1));

        assertThat(cut.width()).isBetween(1180.0, 1196.0 + 1);
        assertThat(cut.x(0, 0)).isBetween(-0.5, 20.0);
        assertThat(cut.x(1, 0)).isBetween(1176.0, 1196.5);
    }

    /** What is missing is reported in pixels of the finished crop, each of which is two and a half of this picture. */
    @ParameterizedTest
    @CsvSource({
        "750, 300, 1500, 2000, crown-position, 168,",
        "750, 900, 1500, 1200, eye-position, 232,",
        "250, 900, 1500, 2000, centred, 140, on the left",
        "1250, 900, 1500, 2000, centred, 140, on the right",
        "300, 900, 600, 2000, face-width, 120,"
    })
    void refusesACropBeyondTheEdgesOfThePhoto(
            double x, double y, int width, int height, String rule, double missing, @Nullable String where) {
        CropPlan plan = planner.plan(head(x, y, 300, y - 560), 0, width, height, 1);

        assertThat(plan.cut()).isNull();
        assertThat(plan.refusedBy()).isEqualTo(rule);
        assertThat(plan.missing()).isCloseTo(missing, within(1e-6));
        assertThat(plan.where()).isEqualTo(where);
    }

    @Test
    void refusesAFaceTooSmallToShowDetailUnlessTheFileHasMore() {
        CropPlan small = planner.plan(head(300, 300, 50, 206), 0, 600, 800, 1);
        CropPlan reduced = planner.plan(head(300, 300, 50, 206), 0, 600, 800, 4);

        assertThat(small.refusedBy()).isEqualTo("eye-distance");
        assertThat(small.missing()).isCloseTo(22, within(1e-6));
        assertThat(reduced.cut()).isNotNull();
    }

    @Test
    void blamesTheMissingDetailWhereTheFrameWouldOtherwiseFit() {
        CropPlan plan = planner.plan(head(1450, 230, 85, 60), 0, 3000, 500, 1);

        assertThat(plan.refusedBy()).isEqualTo("eye-distance");
        assertThat(plan.missing()).isCloseTo(11, within(0.1));
    }

    @Test
    void blamesTheFaceWidthWhereOnlyThatKeepsTheFaceOutOfTheFrame() {
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
