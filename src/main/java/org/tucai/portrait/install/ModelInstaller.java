package org.tucai.portrait.install;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Brings the model files into a folder: each is checked against its SHA-256 before it gets its name. */
public final class ModelInstaller {
    /** Told how far a file is. */
    public interface Progress {
        /** {@code done} of {@code file.bytes()} have arrived. */
        void at(ModelFile file, long done);
    }

    private static final Duration SILENCE = Duration.ofMinutes(1);

    private final Path target;
    private final Progress progress;
    private final Duration silence;

    public ModelInstaller(Path target, Progress progress) {
        this(target, progress, SILENCE);
    }

    /** @param silence after which a download counts as broken off */
    ModelInstaller(Path target, Progress progress, Duration silence) {
        this.target = target;
        this.progress = progress;
        this.silence = silence;
    }

    /** Whether the file is there, byte for byte. */
    public static boolean isGood(Path folder, ModelFile file) throws IOException {
        Path path = folder.resolve(file.fileName());
        if (!Files.isRegularFile(path) || Files.size(path) != file.bytes()) {
            return false;
        }
        MessageDigest digest = sha256();
        digest.update(Files.readAllBytes(path));
        return HexFormat.of().formatHex(digest.digest()).equals(file.sha256());
    }

    /**
     * Copies every file that is not there yet from another folder.
     *
     * @throws IOException when a file is missing there or is not the one wanted
     */
    public void copyFrom(Path folder) throws IOException {
        Files.createDirectories(target);
        for (ModelFile file : ModelFile.values()) {
            if (!isGood(target, file)) {
                Path source = folder.resolve(file.fileName());
                if (!Files.isRegularFile(source)) {
                    throw new IOException("no " + file.fileName() + " in " + folder);
                }
                try (InputStream in = Files.newInputStream(source)) {
                    store(file, in);
                }
            }
            progress.at(file, file.bytes());
        }
    }

    /**
     * Downloads every file that is not there yet.
     *
     * @param host the address before owner and repository, for example {@link ModelFile#officialHost()}
     * @throws IOException when a file cannot be fetched or is not the one wanted
     */
    public void download(String host) throws IOException, InterruptedException {
        String folder = host.endsWith("/") ? host : host + "/";
        Files.createDirectories(target);
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(20))
                .build()) {
            for (ModelFile file : ModelFile.values()) {
                if (!isGood(target, file)) {
                    fetch(client, file, URI.create(folder + file.path()));
                }
                progress.at(file, file.bytes());
            }
        }
    }

    private void fetch(HttpClient client, ModelFile file, URI address) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = answer(client, address);
        try (InputStream in = new TimedBody(response.body(), silence)) {
            if (response.statusCode() != 200) {
                throw new IOException(address + " answered " + response.statusCode());
            }
            store(file, in);
        }
    }

    /** Waits for the beginning of an answer alone: since Java 26 the time limit of a request covers the whole body, too. */
    private HttpResponse<InputStream> answer(HttpClient client, URI address) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<InputStream>> answer =
                client.sendAsync(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofInputStream());
        try {
            return answer.get(silence.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException(address + " has not answered for " + silence.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException known ? known : new IOException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    /**
     * Stores a file under a temporary name until its digest is checked; reads hardly more bytes than the file has. A broken download leaves
     * nothing behind, and the next attempt goes on with the first missing file.
     */
    private void store(ModelFile file, InputStream in) throws IOException {
        Path part = Files.createTempFile(target, file.fileName() + ".", ".part");
        part.toFile().deleteOnExit(); // whoever loses patience stops the program
        try {
            MessageDigest digest = sha256();
            try (OutputStream out = new DigestOutputStream(Files.newOutputStream(part), digest)) {
                byte[] buffer = new byte[64 * 1024];
                long done = 0;
                int read = in.read(buffer);
                while (read >= 0 && done <= file.bytes()) {
                    out.write(buffer, 0, read);
                    done += read;
                    progress.at(file, Math.min(done, file.bytes() - 1));
                    read = in.read(buffer);
                }
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(file.sha256())) {
                throw new IOException(file.fileName() + " is not the file wanted: its SHA-256 differs");
            }
            part.toFile().setReadable(true, false); // a temporary file is the user's alone, a model everybody's
            Files.move(part, target.resolve(file.fileName()), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
