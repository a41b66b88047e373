package org.tucai;

import org.tucai.cli.TucaiCommand;

/** The one program: every way to run Tucai is a command of {@link TucaiCommand}. */
public final class Application {
    private Application() {}

    public static void main(String[] args) {
        System.exit(TucaiCommand.run(args));
    }
}
