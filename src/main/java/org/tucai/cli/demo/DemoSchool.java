package org.tucai.cli.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.tucai.trial.Api;
import org.tucai.trial.Refused;

/** The last step of the demo: the school's program pulls the accepted pictures. */
final class DemoSchool {
    private final Client server;
    private final Story story;
    private final Path archive;

    DemoSchool(Client server, Story story, Path archive) {
        this.server = server;
        this.story = story;
        this.archive = archive;
    }

    void pull(Client manager, String schoolNo) throws InterruptedException {
        story.step("学校 · the school pulls the accepted pictures");
        Api.Reply made = manager.post("/api/v1/admin/school-clients", Map.of("schoolNo", schoolNo, "name", "demo"));
        String token = server.post(
                        "/api/v1/school/tokens",
                        Map.of("clientNo", made.string("client.no"), "clientSecret", made.string("secret")))
                .string("accessToken");
        Client client = server.as(token);
        story.wait("pictures may be pulled half a minute after they were accepted");
        String delivery = DemoWalk.await("a delivery", () -> prepared(client));
        byte[] zip =
                client.get("/api/v1/school/deliveries/" + delivery + "/archive").body();
        for (String entry : entries(zip)) {
            story.fact("in the archive", entry);
        }
        keep(zip);
    }

    private void keep(byte[] zip) {
        try {
            Files.write(archive, zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        story.address("kept as", archive.toString());
    }

    private static @Nullable String prepared(Client school) throws InterruptedException {
        try {
            return school.post("/api/v1/school/deliveries", Map.of("names", "STUDENT_NO", "folders", "LEVEL_AND_MAJOR"))
                    .string("no");
        } catch (Refused e) {
            if (e.code().equals("nothing-to-deliver")) {
                return null;
            }
            throw e;
        }
    }

    private static List<String> entries(byte[] zip) {
        List<String> names = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }
}
