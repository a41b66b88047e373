package org.tucai.bench.server;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ThreadLocalRandom;

/** The kinds of requests that the load consists of, each for a seat of a {@link Stage}. */
final class LoadScripts {
    private LoadScripts() {}

    /** A one-time upload address and the token that may use it. */
    record Ticket(String path, String token) {}

    /** Writes as many bytes as a photo has, and nothing else. */
    static Stage.Script floor(byte[] picture) {
        Wire.Call call = new Wire.Call("PUT", "/sandbox/floor", null, "application/octet-stream", picture);
        return line -> {
            line.send("write 300 KB", call);
            return true;
        };
    }

    /** Uploads the picture once for each ticket, until none is left. */
    static Stage.Script uploads(Queue<Ticket> tickets, byte[] picture) {
        return line -> {
            Ticket ticket = tickets.poll();
            if (ticket == null) {
                return false;
            }
            line.send("upload", new Wire.Call("PUT", ticket.path(), ticket.token(), "image/jpeg", picture));
            return true;
        };
    }

    /** Reads the screens of the mini program in the order in which a student visits them. */
    record Reads(List<Crowd.Bound> seen, List<String> photos) implements Stage.Script {
        @Override
        public boolean turn(Stage.Line line) throws IOException {
            int who = ThreadLocalRandom.current().nextInt(seen.size());
            String no = seen.get(who).captureNo();
            String token = seen.get(who).student().token();
            switch (ThreadLocalRandom.current().nextInt(4)) {
                case 0 -> line.send("home", Wire.Call.get("/api/v1/student/screens/home", token));
                case 1 -> line.send("progress", Wire.Call.get("/api/v1/student/screens/captures/" + no, token));
                case 2 -> line.send("messages", Wire.Call.get("/api/v1/student/messages", token));
                default ->
                    line.send(
                            "thumbnail",
                            Wire.Call.get(
                                    "/api/v1/student/captures/" + no + "/photos/" + photos.get(who)
                                            + "/picture?width=120",
                                    token));
            }
            return true;
        }
    }
}
