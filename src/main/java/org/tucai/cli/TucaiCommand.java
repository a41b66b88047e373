package org.tucai.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.tucai.bench.BenchCommand;
import org.tucai.cli.demo.DemoCommand;
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
            DemoCommand.class,
            ModelsCommand.class,
            NewKeyCommand.class,
            NewPasswordCommand.class,
            ReadCodeCommand.class,
            SandboxAuthorityCommand.class,
            ServeCommand.class
        })
public final class TucaiCommand {
    private TucaiCommand() {}

    /** Runs the command line and answers the exit code: 0 done, 2 wrong usage, else as the command says. */
    public static int run(String... args) {
        return line().execute(args);
    }

    static CommandLine line() {
        CommandLine line = new CommandLine(new TucaiCommand());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler(TucaiCommand::inOneLine);
        return line;
    }

    /** A bench is told folders, profiles and addresses: where one of them is not there, that is all there is to say. */
    private static int inOneLine(Exception e, CommandLine line, CommandLine.ParseResult parsed) throws Exception {
        if (e instanceof InterruptedException) {
            line.getErr().println("Broken off.");
            line.getErr().flush();
            return 1;
        }
        Throwable cause = e instanceof UncheckedIOException unchecked ? unchecked.getCause() : e;
        boolean bench = line.getParent() != null && line.getParent().getCommand() instanceof BenchCommand;
        if (!bench || !(cause instanceof IOException || cause instanceof IllegalArgumentException)) {
            throw e;
        }
        line.getErr().println(cause instanceof IOException io ? FileTrouble.with(io) : cause.getMessage());
        line.getErr().flush();
        return 1;
    }
}
