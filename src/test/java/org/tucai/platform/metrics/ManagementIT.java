package org.tucai.platform.metrics;

import org.junit.jupiter.api.Test;
import org.tucai.testing.Http;
import org.tucai.testing.People;
import org.tucai.testing.TucaiTest;

/** The framework's information about the server's internals is exposed to nobody. */
@TucaiTest
class ManagementIT {
    private static final String[] INSIDE = {
        "/beans", "/routes", "/env", "/loggers", "/info", "/threaddump", "/caches", "/refresh", "/stop", "/metrics"
    };

    private final Http http;
    private final People people;

    ManagementIT(Http http, People people) {
        this.http = http;
        this.people = people;
    }

    @Test
    void managementEndpointsAreHiddenFromEveryone() {
        for (String address : INSIDE) {
            http.as(people.aStudent()).get(address).expectProblem(404, "not-found");
            http.as(people.aManager()).get(address).expectProblem(404, "not-found");
        }
    }

    @Test
    void anyoneMayReadTheHealthStatus() {
        http.get("/health").expect(200);
    }
}
