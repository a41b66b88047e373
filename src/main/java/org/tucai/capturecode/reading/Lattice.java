package org.tucai.capturecode.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.tucai.capturecode.reading.GridMap.Control;

/**
 * Follows the lattice of modules from the known patterns outwards, on paper that bends between them. Samples differ most where they are taken
 * in the middle of modules, so each place is moved, from where its neighbours say that it is, to where the samples around it differ most: by
 * less than half a module, beyond which the next module looks as good.
 */
final class Lattice {
    /** Half side, in modules, of the square that is sampled around a place. */
    private static final int REACH = 3;

    /** How far places tell of each other, modules. */
    private static final double NEAR = 12;

    /** Steps of the search, modules: together less than half of one. */
    private static final double[] STEPS = {0.25, 0.12, 0.06};

    /** What a move of one module costs, as a share of how much the samples differ without it; of two, four times as much. */
    private static final double COST = 0.6;

    /** Weight of a known pattern; that of a place which was followed is 1. */
    private static final double KNOWN = 4;

    /** Weights of the assumptions that the map is right where nothing is known, and that it is off by as much beside a place as there. */
    private static final double[] PRIORS = {1e-3, 0.3, 0.3};

    /** A place in the symbol, and how far the map is off there, pixels. */
    private record Place(double u, double v, double dx, double dy, double weight) {}

    private final Grey grey;
    private final GridMap map;
    private final int size;
    private final List<Place> places = new ArrayList<>();

    private Lattice(Grey grey, GridMap map, int size) {
        this.grey = grey;
        this.map = map;
        this.size = size;
    }

    /**
     * A map that follows the lattice.
     *
     * @param map one that is right at the known patterns and roughly elsewhere
     * @param known the patterns that were seen
     * @param size modules per side
     */
    static GridMap follow(Grey grey, GridMap map, List<Control> known, int size) {
        Lattice lattice = new Lattice(grey, map, size);
        for (Control c : known) {
            double dx = c.x() - map.x(c.u(), c.v());
            double dy = c.y() - map.y(c.u(), c.v());
            lattice.places.add(new Place(c.u(), c.v(), dx, dy, KNOWN));
        }
        outwards(known, size).forEach(node -> lattice.find(node[0], node[1]));
        return map.moved(lattice::offset);
    }

    /** The nodes of the map within the symbol, those next to a known pattern first. */
    private static List<int[]> outwards(List<Control> known, int size) {
        List<int[]> nodes = new ArrayList<>();
        for (int v = 0; v <= size; v += GridMap.NODE) {
            for (int u = 0; u <= size; u += GridMap.NODE) {
                nodes.add(new int[] {u, v});
            }
        }
        nodes.sort(Comparator.comparingDouble(node -> known.stream()
                .mapToDouble(c -> Math.hypot(c.u() - node[0], c.v() - node[1]))
                .min()
                .orElse(0)));
        return nodes;
    }

    /** How far the map is off at a point, as the places near it say. */
    private GridMap.Offset offset(double u, double v) {
        LeastSquares forX = new LeastSquares(3);
        LeastSquares forY = new LeastSquares(3);
        for (int i = 0; i < 3; i++) {
            forX.prior(i, 0, PRIORS[i]);
            forY.prior(i, 0, PRIORS[i]);
        }
        double[] row = {1, 0, 0};
        for (Place place : places) {
            row[1] = place.u - u;
            row[2] = place.v - v;
            double square = row[1] * row[1] + row[2] * row[2];
            if (square < NEAR * NEAR) {
                double weight = place.weight / (square + 4);
                forX.add(row, place.dx, weight);
                forY.add(row, place.dy, weight);
            }
        }
        double[] x = forX.solve();
        double[] y = forY.solve();
        return new GridMap.Offset(x[0], x[1], x[2], y[0], y[1], y[2]);
    }

    /** Adds the place at a point: the best of a few moves, each search going on from the best of the coarser one before. */
    private void find(double u, double v) {
        GridMap.Offset expected = offset(u, v);
        double[] along = {
            map.x(u + 0.5, v) - map.x(u - 0.5, v) + expected.xAlong(),
            map.y(u + 0.5, v) - map.y(u - 0.5, v) + expected.yAlong()
        };
        double[] down = {
            map.x(u, v + 0.5) - map.x(u, v - 0.5) + expected.xDown(),
            map.y(u, v + 0.5) - map.y(u, v - 0.5) + expected.yDown()
        };
        double[][] centres = centres(u, v, expected);
        double unmoved = difference(centres, 0, 0);
        double best = unmoved;
        double a = 0;
        double b = 0;
        for (double step : STEPS) {
            double fromA = a;
            double fromB = b;
            for (int i = 0; i < 9; i++) {
                double tryA = fromA + (i % 3 - 1) * step;
                double tryB = fromB + (Math.floorDiv(i, 3) - 1) * step;
                double moved = difference(centres, tryA * along[0] + tryB * down[0], tryA * along[1] + tryB * down[1]);
                double worth = moved - COST * unmoved * (tryA * tryA + tryB * tryB);
                if (worth > best) {
                    best = worth;
                    a = tryA;
                    b = tryB;
                }
            }
        }
        double dx = expected.x() + a * along[0] + b * down[0];
        double dy = expected.y() + a * along[1] + b * down[1];
        places.add(new Place(u, v, dx, dy, 1));
    }

    /** Where the modules around a point are expected: x, then y. */
    private double[][] centres(double u, double v, GridMap.Offset expected) {
        double[][] centres = new double[2][(2 * REACH + 1) * (2 * REACH + 1)];
        int count = 0;
        for (double down = 0.5 - REACH; down <= REACH + 0.5; down++) {
            for (double along = 0.5 - REACH; along <= REACH + 0.5; along++) {
                if (u + along > 0 && v + down > 0 && u + along < size && v + down < size) {
                    centres[0][count] = map.x(u + along, v + down) + expected.x(along, down);
                    centres[1][count++] = map.y(u + along, v + down) + expected.y(along, down);
                }
            }
        }
        return new double[][] {Arrays.copyOf(centres[0], count), Arrays.copyOf(centres[1], count)};
    }

    /** The variance of the samples at some points, all of them moved. */
    private double difference(double[][] points, double dx, double dy) {
        int count = points[0].length;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < count; i++) {
            double sample = grey.at(points[0][i] + dx, points[1][i] + dy);
            sum += sample;
            squares += sample * sample;
        }
        return squares / count - sum / count * sum / count;
    }
}
