package org.tucai.trial;

import java.util.Map;
import java.util.UUID;

/** Signs the manager in. */
public final class ManagerSignIn {
    private static final String NAME = "manager";
    private static final String DOOR = "/api/v1/review/sessions";

    private ManagerSignIn() {}

    /** With a password that was set before. */
    public static String with(Api server, String password) throws InterruptedException {
        return server.post(DOOR, Map.of("name", NAME, "password", password))
                .ok()
                .string("accessToken");
    }

    /** With the one-time password of a first start; sets a random password and returns it for later sign-ins. */
    public static String first(Api server, String oneTime) throws InterruptedException {
        String chosen = UUID.randomUUID().toString();
        first(server, oneTime, chosen);
        return chosen;
    }

    /** With the one-time password of a first start, which the chosen one replaces. */
    public static void first(Api server, String oneTime, String chosen) throws InterruptedException {
        server.post(DOOR, Map.of("name", NAME, "password", oneTime, "newPassword", chosen))
                .ok();
    }
}
