package org.tucai.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tucai.testing.People;
import org.tucai.testing.TucaiTest;

/** Bodies on their way are kept in memory: a single caller must not be able to fill it. */
@TucaiTest
@Timeout(60)
class BodiesAtOnceIT {
    private static final int LARGE = 100_000;
    private static final String UPLOAD = "PUT /api/v1/student/uploads/none";
    private static final String EVIDENCE = "POST /api/v1/student/proofreadings/none/evidence";

    private final People people;
    private final EmbeddedServer server;
    private final List<Socket> connections = new ArrayList<>();

    BodiesAtOnceIT(People people, EmbeddedServer server) {
        this.people = people;
        this.server = server;
    }

    @AfterEach
    void close() throws IOException {
        for (Socket connection : connections) {
            connection.close();
        }
    }

    @Test
    void oneMoreThanTheFewLargeBodiesOfACallerIsRefusedAndAnotherCallersIsNot() throws IOException {
        List<Socket> greedy = beginOneTooMany(people.aStudent());

        Socket refused = awaitAnswered(greedy);
        Socket another = begin(UPLOAD, people.aStudent());
        greedy.remove(refused);
        greedy.add(another);

        assertThat(answer(refused)).contains(" 429 ", "Retry-After: 3", "\"too-many-requests\"");
        for (Socket accepted : greedy) {
            finish(accepted);
            assertThat(answer(accepted)).contains(" 404 ");
        }
    }

    @Test
    void aBodyThatHasArrivedOrWasBrokenOffCountsNoLonger() throws IOException {
        String student = people.aStudent();
        for (int i = 0; i < BodiesAtOnce.MOST; i++) {
            assertThat(finished(student)).contains(" 404 ");
        }
        List<Socket> greedy = beginOneTooMany(student);
        greedy.remove(awaitAnswered(greedy));
        greedy.getFirst().close();

        String after = finished(student);
        for (int i = 0;
                i < 100 && after.contains("\"too-many-requests\"");
                i++) { // the server hears of the end a moment later
            after = finished(student);
        }
        assertThat(after).contains(" 404 ");
    }

    private List<Socket> beginOneTooMany(String token) throws IOException {
        List<Socket> begun = new ArrayList<>();
        for (int i = 0; i <= BodiesAtOnce.MOST; i++) {
            begun.add(begin(i % 2 == 0 ? UPLOAD : EVIDENCE, token));
        }
        return begun;
    }

    private String finished(String token) throws IOException {
        Socket connection = begin(UPLOAD, token);
        finish(connection);
        return answer(connection);
    }

    /** The first of these that is answered, whichever the server saw last. */
    private static Socket awaitAnswered(List<Socket> some) throws IOException {
        for (int ms = 0; ms < 10_000; ms++) {
            for (Socket connection : some) {
                if (connection.getInputStream().available() > 0) {
                    return connection;
                }
            }
            LockSupport.parkNanos(1_000_000);
        }
        throw new AssertionError("none is answered");
    }

    /** A request of which only the first byte of its body has been sent, on a connection of its own. */
    private Socket begin(String operation, String token) throws IOException {
        Socket connection = new Socket(server.getHost(), server.getPort());
        connections.add(connection);
        connection.setSoTimeout(10_000);
        String head = String.join(
                "\r\n",
                operation + " HTTP/1.1",
                "Host: x",
                "Authorization: Bearer " + token,
                "Content-Type: image/jpeg",
                "Idempotency-Key: " + connections.size(),
                "Content-Length: " + LARGE,
                "",
                "");
        connection.getOutputStream().write((head + "x").getBytes(StandardCharsets.US_ASCII));
        return connection;
    }

    private static void finish(Socket connection) throws IOException {
        connection.getOutputStream().write("x".repeat(LARGE - 1).getBytes(StandardCharsets.US_ASCII));
    }

    private static String answer(Socket connection) throws IOException {
        StringBuilder answer = new StringBuilder();
        byte[] some = new byte[4096];
        while (answer.indexOf("\"code\":") < 0) { // what is still on its way keeps the connection open
            int read = connection.getInputStream().read(some);
            if (read < 0) {
                break;
            }
            answer.append(new String(some, 0, read, StandardCharsets.UTF_8));
        }
        return answer.toString();
    }
}
