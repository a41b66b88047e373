package org.tucai.platform.blob;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.tucai.testing.Blobs;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** The disk of the pictures does not answer: only those who want a picture wait, and not for ever. */
@TucaiTest
@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "no file of which reading waits can be made there")
class HungDiskIT {
    private final Journeys journeys;
    private final Http http;
    private final Blobs blobs;
    private final Rows rows;
    private final FillableDisk disk;

    HungDiskIT(Journeys journeys, Http http, Blobs blobs, Rows rows, FillableDisk disk) {
        this.journeys = journeys;
        this.http = http;
        this.blobs = blobs;
        this.rows = rows;
        this.disk = disk;
    }

    @Test
    void othersAreAnsweredMeanwhileAndWhoWantsAPictureLearnsThatItCannotBeHadNow() throws IOException {
        Journeys.Walk walk = journeys.aBoundStudent();
        Http student = http.as(walk.token());
        String picture = journeys.shoot(walk, journeys.aPortrait()).expect(200).at("pictureUrl");
        String key = rows.texts("SELECT blob_key FROM photo").getFirst();
        byte[] whole = blobs.onDisk(key);
        disk.isNotWaitedForLong();
        List<CompletableFuture<Http.Reply>> waiting = new ArrayList<>();

        ExecutorService clients = Executors.newCachedThreadPool();
        Closeable hung = blobs.hang(key);
        try {
            for (int i = 0; i <= Runtime.getRuntime().availableProcessors(); i++) {
                waiting.add(CompletableFuture.supplyAsync(() -> student.get(picture), clients));
            }
            student.get("/api/v1/student/account").expect(200);
            assertThat(waiting).noneMatch(CompletableFuture::isDone);

            waiting.forEach(reply -> assertThat(reply.join()
                            .expectProblem(503, "temporarily-unavailable")
                            .header("Retry-After"))
                    .isEqualTo("5"));
        } finally {
            hung.close();
            clients.shutdown();
        }

        blobs.lose(key);
        blobs.mend(key, whole);
        student.get(picture).expect(200);
    }
}
