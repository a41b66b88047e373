package org.tucai.journey.random;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Something that somebody may do at any time.
 *
 * @param weight how often, beside the others
 * @param does it, and says in a few words what came of it
 */
record Move(String name, int weight, Supplier<String> does) {
    /** One of them, the weightier the likelier. */
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
