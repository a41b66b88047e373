package org.tucai.cli;

import io.micronaut.context.ApplicationContext;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tucai.staff.LostPassword;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tucai new-password}: for a manager who has lost the password and has no colleague to reset it. */
@Command(
        name = "new-password",
        mixinStandardHelpOptions = true,
        description = "Gives a staff member a one-time password and ends their sessions; stop the server first.")
final class NewPasswordCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "Name to sign in with, such as manager.")
    private String name;

    @Mixin
    private ServerOptions server;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (ApplicationContext context = server.startKnown()) {
            Optional<String> oneTime = context.getBean(LostPassword.class).renew(name);
            if (oneTime.isEmpty()) {
                err.println("There is no staff member called " + name + ".");
                return 1;
            }
            out.printf("Sign in as '%s' with the one-time password %s and set your own.%n", name, oneTime.get());
            out.flush();
            return 0;
        } catch (RuntimeException e) {
            return StartTrouble.tell(e, err);
        }
    }
}
