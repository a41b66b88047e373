package org.tucai.cli;

import io.micronaut.context.env.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.tucai.platform.db.StartRefused;

/** Tries the address and port of a server before anything is opened: opening the database takes time, and may migrate it. */
public final class ListeningPlace {
    private ListeningPlace() {}

    /**
     * The port is free again afterwards; if another program takes it meanwhile, the server reports that when it begins to listen.
     *
     * @throws StartRefused when nobody can listen there
     */
    public static void refuseTaken(Environment environment) {
        if (isElsewhere(environment)) {
            return;
        }
        String host = environment.getRequiredProperty("micronaut.server.host", String.class);
        int port = environment.getRequiredProperty("micronaut.server.port", Integer.class);
        try (ServerSocket tried = new ServerSocket()) {
            tried.bind(new InetSocketAddress(host, port));
        } catch (BindException e) {
            throw new StartRefused(StartTrouble.cannotListen(host + ":" + port, e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A unit that terminates TLS in the server, or configures its own listeners, listens where those settings say. */
    private static boolean isElsewhere(Environment environment) {
        return environment.containsProperties("micronaut.server.ssl")
                || environment.containsProperties("micronaut.ssl")
                || environment.containsProperties("micronaut.server.netty.listeners");
    }
}
