package org.tucai.staff;

import io.micronaut.core.annotation.Introspected;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tucai.audit.ActorNames;

/** Names staff members by display name, and schools' clients as managers called them. */
@Singleton
class StaffNames implements ActorNames {
    private final StaffMemberRepository staff;
    private final SchoolClientRepository clients;

    StaffNames(StaffMemberRepository staff, SchoolClientRepository clients) {
        this.staff = staff;
        this.clients = clients;
    }

    /** A number and the name of whom it stands for. */
    @Introspected
    record Named(String no, String name) {}

    @Override
    public Map<String, String> of(Collection<String> nos) {
        List<String> members = startingWith("stf_", nos);
        List<String> programs = startingWith("scl_", nos);
        return Stream.concat(
                        members.isEmpty() ? Stream.of() : staff.names(members).stream(),
                        programs.isEmpty() ? Stream.of() : clients.names(programs).stream())
                .collect(Collectors.toMap(Named::no, Named::name));
    }

    private static List<String> startingWith(String prefix, Collection<String> nos) {
        return nos.stream().filter(no -> no.startsWith(prefix)).distinct().toList();
    }
}
