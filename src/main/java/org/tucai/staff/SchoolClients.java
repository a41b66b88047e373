package org.tucai.staff;

import jakarta.inject.Singleton;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;

/** Finds the school of a client program. */
@Singleton
public class SchoolClients {
    private final SchoolClientRepository clients;

    SchoolClients(SchoolClientRepository clients) {
        this.clients = clients;
    }

    /** Public number of the caller's school; refuses with {@code not-found} a caller that is not an active client. */
    public String schoolNoOf(Actor caller) {
        if (caller.role() != Role.SCHOOL) {
            throw PlatformProblem.notFound();
        }
        return clients.findByNo(caller.no())
                .filter(c -> c.status() == StaffStatus.ACTIVE)
                .map(SchoolClient::schoolNo)
                .orElseThrow(PlatformProblem::notFound);
    }
}
