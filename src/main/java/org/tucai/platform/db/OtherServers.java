package org.tucai.platform.db;

import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucai.platform.start.StartCheck;
import org.tucai.platform.start.StartRemark;

/**
 * Warns of a second server on the same database, such as a trial restore that was left the address of the real one: it takes jobs, and
 * stores pictures where the first does not look. The lock of the data folder cannot tell, because that one has a copy of the folder.
 */
@Singleton
class OtherServers implements StartCheck, StartRemark {
    private static final Logger LOG = LoggerFactory.getLogger(OtherServers.class);

    private final ServerPlaces places;
    private final String place;
    private volatile List<String> others = List.of();

    @Inject
    OtherServers(ServerPlaces places, DataFolder folder) {
        this(places, machine() + ":" + folder.path());
    }

    /** @param place machine and data folder: no second server runs there */
    OtherServers(ServerPlaces places, String place) {
        this.places = places;
        this.place = ColumnText.cut(place, ServerPlaces.LONGEST);
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) { // it has a name that nobody resolves
            return "localhost";
        }
    }

    @Override
    public void check() {
        places.seen(place);
        others = places.others(place);
    }

    @Override
    public List<String> remarks() {
        return others.stream().map(OtherServers::warning).toList();
    }

    /** Three times before a place counts as left. */
    @Scheduled(fixedDelay = "15s", initialDelay = "15s")
    void look() {
        try {
            List<String> before = others;
            check();
            others.stream().filter(other -> !before.contains(other)).forEach(other -> LOG.error(warning(other)));
        } catch (RuntimeException e) {
            LOG.debug("It cannot be told whether another server works on the database", e);
        }
    }

    private static String warning(String other) {
        return "Another server works on this database, or was killed less than a minute ago: " + other
                + "; only one may, stop the other";
    }

    @EventListener
    void stop(ShutdownEvent event) {
        leave();
    }

    /** What ends in order is not taken for one that still works. */
    void leave() {
        try {
            places.left(place);
        } catch (RuntimeException e) {
            LOG.debug("The database is away already", e);
        }
    }
}
