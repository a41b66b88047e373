package org.tucai.bench;

import picocli.CommandLine.Command;

/** {@code tucai bench}: what is measured rather than claimed. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures error rates and speed; trains the classifiers.",
        subcommands = {
            CloseupsCommand.class,
            CodesBench.class,
            DrawCodesCommand.class,
            ForeignReaderCommand.class,
            FuzzCodes.class,
            FuzzPortraits.class,
            HttpBench.class,
            PortraitsBench.class,
            SoakPortraits.class,
            StartBench.class,
            TrainCommand.class
        })
public final class BenchCommand {}
