package org.tucai.platform.blob;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.tucai.testing.TucaiTest;

/** Health also watches the volume that the pictures may have of their own. */
@TucaiTest
class PictureDiskIndicatorIT {
    private final EmbeddedServer server;
    private final FillableDisk disk;

    PictureDiskIndicatorIT(EmbeddedServer server, FillableDisk disk) {
        this.server = server;
        this.disk = disk;
    }

    @Test
    void theServerIsDownWhileThereIsNoRoomForPictures() throws Exception {
        assertThat(health().statusCode()).isEqualTo(200);

        disk.leaveRoomFor(0);

        assertThat(health().statusCode()).isEqualTo(503);
        assertThat(health().body()).contains("\"DOWN\"");
    }

    /** Not by {@code Http}, which holds answers to the description of the API: this one is the framework's. */
    private HttpResponse<String> health() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(server.getURI().resolve("/health")).build(), BodyHandlers.ofString());
        }
    }
}
