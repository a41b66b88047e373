package org.tucai.bench.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One keep-alive connection that speaks just enough HTTP/1.1 for a load test. The load generator shares its cores with the server, so a
 * request must cost the sender next to nothing.
 */
final class Wire implements Closeable {
    private static final int PATIENCE_MS = 60_000;
    private static final int BUFFER = 64 * 1024;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String host;

    Wire(URI server) throws IOException {
        this.host = server.getHost() + ":" + server.getPort();
        this.socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MS);
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        this.out = socket.getOutputStream();
    }

    /** A response. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Answer(int status, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** A request. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Call(String method, String path, @Nullable String token, String contentType, byte[] body) {
        private static final byte[] NOTHING = {};

        static Call get(String path, String token) {
            return new Call("GET", path, token, "", NOTHING);
        }

        static Call post(String path, String token, String json) {
            return new Call("POST", path, token, "application/json", json.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Sends and waits for the whole answer. */
    Answer send(Call call) throws IOException {
        StringBuilder head = new StringBuilder(300);
        head.append(call.method())
                .append(' ')
                .append(call.path())
                .append(" HTTP/1.1\r\nHost: ")
                .append(host);
        if (call.token() != null) {
            head.append("\r\nAuthorization: Bearer ").append(call.token());
        }
        if (call.method().equals("POST")) {
            head.append("\r\nIdempotency-Key: ").append(UUID.randomUUID());
        }
        if (!call.method().equals("GET")) {
            head.append("\r\nContent-Type: ").append(call.contentType());
            head.append("\r\nContent-Length: ").append(call.body().length);
        }
        out.write(head.append("\r\n\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        out.write(call.body());
        out.flush();
        return receive();
    }

    private Answer receive() throws IOException {
        String[] first = line().split(" ", 3);
        int length = 0;
        boolean chunked = false;
        for (String field = line(); !field.isEmpty(); field = line()) {
            String lower = field.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
        }
        return new Answer(Integer.parseInt(first[1]), chunked ? chunks() : bytes(length));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            all.write(bytes(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private byte[] bytes(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the connection ended within an answer");
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(80);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection ended");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
