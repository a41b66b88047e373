package org.tucai.bench;

import org.tucai.bench.code.CodesBench;
import org.tucai.bench.code.DrawCodesCommand;
import org.tucai.bench.code.ForeignReaderCommand;
import org.tucai.bench.fuzz.FuzzCodes;
import org.tucai.bench.fuzz.FuzzPortraits;
import org.tucai.bench.portrait.PortraitsBench;
import org.tucai.bench.portrait.SoakPortraits;
import org.tucai.bench.server.HttpBench;
import org.tucai.bench.server.StartBench;
import org.tucai.bench.training.CloseupsCommand;
import org.tucai.bench.training.TrainCommand;
import org.tucai.bench.training.TrainCoverCommand;
import picocli.CommandLine.Command;

/** {@code tucai bench}: the parent of all benches. */
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
            TrainCommand.class,
            TrainCoverCommand.class
        })
public final class BenchCommand {}
