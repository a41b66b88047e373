package org.tucai.cli;

import io.micronaut.context.ApplicationContext;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.tucai.platform.privacy.KeyRing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tucai new-key}: key rotation, for when the key file may have leaked, and from time to time. */
@Command(
        name = "new-key",
        mixinStandardHelpOptions = true,
        description = "Adds new keys to the key file, used from the next start on; everybody then has to sign in again."
                + " Stop the server first.")
final class NewKeyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ServerOptions server;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (ApplicationContext context = server.startKnown()) {
            KeyRing keys = context.getBean(KeyRing.class);
            int generations = keys.exchange();
            out.printf(
                    "The key file %s now holds %d generations of keys. Back it up before you start the server:"
                            + " earlier copies cannot open what is sealed from then on.%n",
                    keys.file(), generations);
            out.flush();
            return 0;
        } catch (RuntimeException e) {
            return StartTrouble.tell(e, spec.commandLine().getErr());
        }
    }
}
