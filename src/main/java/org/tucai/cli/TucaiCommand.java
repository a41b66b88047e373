package org.tucai.cli;

import org.tucai.bench.BenchCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code tucai}: the root of the command line. */
@Command(
        name = "tucai",
        mixinStandardHelpOptions = true,
        version = "tucai 0.1.0",
        description = "Tucai (图采): graduation image capture for universities.",
        subcommands = {
            BenchCommand.class,
            CheckCommand.class,
            ModelsCommand.class,
            ReadCodeCommand.class,
            SandboxAuthorityCommand.class,
            ServeCommand.class
        })
public final class TucaiCommand {
    private TucaiCommand() {}

    /** Runs the command line and answers the exit code: 0 done, 2 wrong usage, else as the command says. */
    public static int run(String... args) {
        CommandLine line = new CommandLine(new TucaiCommand());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line.execute(args);
    }
}
