package org.tucai.bench.figure;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Checks the counts that a bench is given as options. */
public final class Counts {
    private Counts() {}

    /** Refuses less than one: a bench that did nothing would report success. */
    public static void requireOne(CommandSpec spec, String option, int count) {
        require(spec, option, 1, Integer.MAX_VALUE, count);
    }

    /** Refuses values outside a range, both ends of which are allowed. */
    public static void require(CommandSpec spec, String option, int least, int most, int count) {
        if (count < least || count > most) {
            String allowed = most == Integer.MAX_VALUE ? least + " or more" : least + " to " + most;
            throw new ParameterException(spec.commandLine(), option + " must be " + allowed + ", not " + count);
        }
    }
}
