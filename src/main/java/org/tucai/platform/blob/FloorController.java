package org.tucai.platform.blob;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;
import org.tucai.platform.db.DataFolder;

/**
 * The floor under every upload, for load tests of a sandbox server: takes bytes, writes them to a file, forces them to disk,
 * and does nothing else.
 */
@Hidden
@Controller("/sandbox/floor")
@Secured(SecurityRule.IS_ANONYMOUS)
@Requires(property = "tucai.sandbox", value = "true")
class FloorController {
    /** Files are written over in turn, so that the disk does not fill. */
    private static final int FILES = 256;

    private final Path folder;
    private final AtomicInteger next = new AtomicInteger();

    FloorController(DataFolder data) {
        this.folder = data.path().resolve("floor");
    }

    @Put
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Status(HttpStatus.NO_CONTENT)
    void write(@Body byte[] content) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(Integer.toString(Math.floorMod(next.getAndIncrement(), FILES)));
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }
}
