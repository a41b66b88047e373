package org.tucai.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.tucai.bench.BenchCommand;
import org.tucai.cli.demo.DemoCommand;
import org.tucai.trial.TrialFailed;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code tucai}: the root of the command line. */
@Command(
        name = "tucai",
        mixinStandardHelpOptions = true,
        version = TucaiCommand.VERSION,
        description = "Tucai (图采): graduation image capture for universities.",
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            SandboxAuthorityCommand.class,
            CheckCommand.class,
            ReadCodeCommand.class,
            ModelsCommand.class,
            NewPasswordCommand.class,
            NewKeyCommand.class,
            BenchCommand.class
        })
public final class TucaiCommand {
    static final String VERSION = "tucai 0.1.0";

    private TucaiCommand() {}

    /** Runs the command line and returns the exit code: 0 done, 2 wrong usage or unwritable output, others as the command says. */
    public static int run(String... args) {
        Terminal.forgoColoursOnADumbTerminal();
        CommandLine line = line();
        try {
            return line.execute(args);
        } catch (LinkageError e) {
            line.getErr().println(withoutNatives(e));
            line.getErr().flush();
            return 2;
        }
    }

    /** What to do where a library of OpenCV or TensorFlow Lite cannot be loaded; any other error is thrown again. */
    static String withoutNatives(LinkageError e) {
        UnsatisfiedLinkError first = null;
        for (Throwable below = e; below != null; below = below.getCause()) {
            first = below instanceof UnsatisfiedLinkError missing ? missing : first;
        }
        if (first == null) {
            throw e;
        }
        return "A native library cannot be loaded: " + first.getMessage()
                + "\nThey need glibc, and a folder to be unpacked to that is not mounted noexec (docs/operations.md, What is where).";
    }

    static CommandLine line() {
        CommandLine line = new CommandLine(new TucaiCommand());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        OptionNumbers.registerIn(line);
        line.setParameterExceptionHandler(TucaiCommand::refused);
        line.setExecutionExceptionHandler(TucaiCommand::inOneLine);
        line.setExecutionStrategy(TucaiCommand::heard);
        line.getSubcommands().values().forEach(TucaiCommand::ofTheSameVersion);
        return line;
    }

    /** Reports a misused command in a few lines: below all its options the sentence that says what is wrong would be overlooked. */
    private static int refused(CommandLine.ParameterException trouble, String... args) {
        CommandLine line = trouble.getCommandLine();
        PrintWriter err = line.getErr();
        CommandLine.ParameterException slip = theSlipFirst(trouble, line);
        err.println(line.getColorScheme().errorText(slip.getMessage()));
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(slip, err)) {
            if (line.getSubcommands().isEmpty()) {
                CommandLine.Help help = line.getHelp();
                err.print(help.synopsisHeading() + help.synopsis(help.synopsisHeadingLength()));
                err.println(line.getCommandSpec().qualifiedName() + " --help explains them.");
            } else {
                line.usage(err);
            }
        }
        return line.getCommandSpec().exitCodeOnInvalidInput();
    }

    /** An unknown option before a missing parameter, which was often meant as that option's value. */
    private static CommandLine.ParameterException theSlipFirst(
            CommandLine.ParameterException trouble, CommandLine line) {
        List<String> unknown = line.getUnmatchedArguments();
        return trouble instanceof CommandLine.MissingParameterException && !unknown.isEmpty()
                ? new CommandLine.UnmatchedArgumentException(line, unknown)
                : trouble;
    }

    /** Every command has {@code --version}, which prints nothing unless the version is set on it. */
    private static void ofTheSameVersion(CommandLine command) {
        command.getCommandSpec().version(VERSION);
        command.getSubcommands().values().forEach(TucaiCommand::ofTheSameVersion);
    }

    /** Runs the command or prints its help; fails when the output was cut off. */
    private static int heard(CommandLine.ParseResult parsed) {
        int exit = new CommandLine.RunLast().execute(parsed);
        CommandLine ran = parsed.asCommandLineList().getLast();
        if (!Terminal.isCutOff(ran)) {
            return exit;
        }
        ran.getErr().println("The output cannot be written; the rest is left out.");
        ran.getErr().flush();
        return 2;
    }

    /**
     * Reports failures that a person can fix in one line: a missing file, or an argument refused by a part of a bench, needs no stack
     * trace.
     */
    private static int inOneLine(Exception e, CommandLine line, CommandLine.ParseResult parsed) throws Exception {
        Throwable below = e instanceof UncheckedIOException ? e.getCause() : null;
        Throwable cause = below == null ? e : below;
        boolean bench = line.getParent() != null && line.getParent().getCommand() instanceof BenchCommand;
        String words = switch (cause) {
            case InterruptedException broken -> "Interrupted.";
            case TrialFailed failed -> failed.getMessage();
            case IOException io -> FileTrouble.with(io);
            case IllegalArgumentException wrong -> bench ? wrong.getMessage() : null;
            default -> null;
        };
        if (words == null) {
            throw e;
        }
        line.getErr().println(words);
        line.getErr().flush();
        return 1;
    }
}
