package org.tucai;

import org.tucai.cli.Homeless;
import org.tucai.cli.TucaiCommand;

/** The one program: every way to run Tucai is a command of {@link TucaiCommand}. */
public final class Application {
    private Application() {}

    public static void main(String[] args) {
        Homeless.settle();
        countNoPagesPerMatrix();
        System.exit(TucaiCommand.run(args));
    }

    /**
     * By default JavaCPP, which calls OpenCV and the networks, reads the process's resident memory from the operating system whenever
     * native memory is taken, almost two hundred times per inspection. Every matrix is closed by its scope, so there is nothing to watch.
     */
    private static void countNoPagesPerMatrix() {
        System.getProperties().putIfAbsent("org.bytedeco.javacpp.maxPhysicalBytes", "0");
    }
}
