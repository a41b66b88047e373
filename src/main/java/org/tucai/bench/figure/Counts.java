package org.tucai.bench.figure;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** How much of something a bench is told to do. */
public final class Counts {
    private Counts() {}

    /** Wrong usage when it is not at all: a bench that did nothing would say that all went well. */
    public static void requireOne(CommandSpec spec, String option, int count) {
        require(spec, option, 1, Integer.MAX_VALUE, count);
    }

    /** Wrong usage when it is less or more than that; both ends are allowed. */
    public static void require(CommandSpec spec, String option, int least, int most, int count) {
        if (count < least || count > most) {
            String allowed = most == Integer.MAX_VALUE ? least + " or more" : least + " to " + most;
            throw new ParameterException(spec.commandLine(), option + " is " + allowed + ", not " + count);
        }
    }
}
