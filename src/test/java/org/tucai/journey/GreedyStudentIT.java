package org.tucai.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.tucai.testing.Http;
import org.tucai.testing.Journeys;
import org.tucai.testing.Journeys.Walk;
import org.tucai.testing.Race;
import org.tucai.testing.TucaiTest;

/** The threads that judge pictures are shared by all students: each student has one picture in progress at a time. */
@TucaiTest
class GreedyStudentIT {
    private final Journeys journeys;

    GreedyStudentIT(Journeys journeys) {
        this.journeys = journeys;
    }

    @Test
    void tooManyUploadsAtOnceOfOneStudentAreRefusedAndTheTicketStaysValid() {
        Walk walk = journeys.aBoundStudent();
        String ticket = journeys.ticket(walk);
        byte[] picture = journeys.aPortrait();
        Callable<Http.Reply> upload = () -> journeys.upload(walk, ticket, picture);

        List<Http.Reply> replies = Race.of(Collections.nCopies(8, upload)).stream()
                .map(Http.Reply.class::cast)
                .toList();

        List<Http.Reply> refused =
                replies.stream().filter(r -> r.status() != 200).toList();
        assertThat(refused).isNotEmpty().hasSizeLessThan(8);
        refused.forEach(r -> {
            r.expectPlainProblem(429, "too-many-requests");
            assertThat(r.header("Retry-After")).isNotBlank();
        });
        journeys.upload(walk, ticket, picture).expect(200);
    }
}
