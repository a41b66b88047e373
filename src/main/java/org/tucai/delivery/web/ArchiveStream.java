package org.tucai.delivery.web;

import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucai.delivery.Archive;
import org.tucai.delivery.Delivery;
import org.tucai.delivery.DeliveryItem;

/** Turns an archive that is written into a stream that is read, a few photos ahead at most. */
@Singleton
class ArchiveStream {
    private static final Logger LOG = LoggerFactory.getLogger(ArchiveStream.class);
    private static final int AHEAD = 256 * 1024;

    private final Archive archive;
    private final ExecutorService writers;

    ArchiveStream(Archive archive, @Named(TaskExecutors.BLOCKING) ExecutorService writers) {
        this.archive = archive;
        this.writers = writers;
    }

    InputStream open(Delivery delivery, List<DeliveryItem> items) throws IOException {
        PipedInputStream in = new FailingPipe(AHEAD);
        PipedOutputStream out = new PipedOutputStream(in);
        writers.execute(() -> write(delivery, items, (FailingPipe) in, out));
        return in;
    }

    private void write(Delivery delivery, List<DeliveryItem> items, FailingPipe in, PipedOutputStream out) {
        try (out) {
            archive.write(delivery, items, out);
        } catch (IOException | RuntimeException e) {
            in.failed = true;
            LOG.warn("Delivery {} broke off: {}", delivery.no(), e.toString());
        }
    }

    /** Ends with an error instead of a clean end when the writer failed: a broken archive must not look whole. */
    private static final class FailingPipe extends PipedInputStream {
        private volatile boolean failed;

        FailingPipe(int size) {
            super(size);
        }

        @Override
        public synchronized int read() throws IOException {
            return checked(super.read());
        }

        @Override
        public synchronized int read(byte[] buffer, int offset, int length) throws IOException {
            return checked(super.read(buffer, offset, length));
        }

        private int checked(int read) throws IOException {
            if (read < 0 && failed) {
                throw new IOException("the archive broke off");
            }
            return read;
        }
    }
}
