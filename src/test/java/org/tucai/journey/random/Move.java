package org.tucai.journey.random;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Something that somebody may do at any time.
 *
 * @param weight how often, relative to the others
 * @param does does it, and returns a few words about the outcome
 */
record Move(String name, int weight, Supplier<String> does) {
    /** One of the moves, chosen with probability proportional to weight. */
    static Move anyOf(List<Move> moves, Random random) {
        int left = random.nextInt(moves.stream().mapToInt(Move::weight).sum());
        for (Move move : moves) {
            left -= move.weight();
            if (left < 0) {
                return move;
            }
        }
        throw new IllegalStateException("no move weighs anything");
    }

    String make() {
        return name + ": " + does.get();
    }
}
