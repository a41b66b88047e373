package org.tucai.portrait.face;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The operations of a network in the bytes of its file, a FlatBuffer by the schema of TensorFlow Lite; the constants are field numbers of
 * its tables.
 */
final class Operations {
    private static final int SUBGRAPHS = 2;
    private static final int OPERATORS = 3;
    private static final int OUTPUTS = 2;

    private final ByteBuffer file;

    private Operations(ByteBuffer file) {
        this.file = file.order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Drops every operation after the last one whose result is wanted. It would be computed for nothing, and XNNPACK aborts the process
     * when the result of an operation is not used: all that remain must lead to a wanted one.
     *
     * @param file a verified one; its list of operations is made shorter in place
     * @param tensors numbers of the wanted results
     */
    static void dropAfter(ByteBuffer file, int... tensors) {
        Operations operations = new Operations(file);
        int graph = operations.element(operations.vector(operations.table(0), SUBGRAPHS), 0);
        int list = operations.vector(graph, OPERATORS);
        int count = file.getInt(list);
        while (count > 1 && !operations.makesOneOf(operations.element(list, count - 1), tensors)) {
            count--;
        }
        file.putInt(list, count);
    }

    private boolean makesOneOf(int operation, int[] tensors) {
        int made = vector(operation, OUTPUTS);
        for (int i = 0; i < file.getInt(made); i++) {
            int tensor = file.getInt(made + (i + 1) * Integer.BYTES);
            if (Arrays.stream(tensors).anyMatch(wanted -> wanted == tensor)) {
                return true;
            }
        }
        return false;
    }

    /** What the offset at a place leads to. */
    private int table(int at) {
        return at + file.getInt(at);
    }

    /** A table in a vector of tables. */
    private int element(int vector, int index) {
        return table(vector + (index + 1) * Integer.BYTES);
    }

    /** Where a vector begins that is a field of a table: with its length. */
    private int vector(int table, int field) {
        int offsets = table - file.getInt(table);
        return table(table + file.getShort(offsets + (field + 2) * Short.BYTES));
    }
}
