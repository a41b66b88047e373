package org.tucai.bench.figure;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** How often a bench is told to do something. */
public final class Counts {
    private Counts() {}

    /** Wrong usage when it is not at all: a bench that did nothing would say that all went well. */
    public static void requireOne(CommandSpec spec, String option, int count) {
        if (count < 1) {
            throw new ParameterException(spec.commandLine(), option + " is 1 or more, not " + count);
        }
    }
}
