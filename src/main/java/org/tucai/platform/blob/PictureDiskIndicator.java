package org.tucai.platform.blob;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import io.micronaut.management.health.indicator.diskspace.DiskSpaceIndicatorConfiguration;
import jakarta.inject.Singleton;
import java.util.Map;

/** Room for pictures, whose folder may be a volume of its own: the framework looks only at the disk of the data folder. */
@Singleton
class PictureDiskIndicator extends AbstractHealthIndicator<Map<String, Long>> {
    private final FileBlobStore store;
    private final DiskSpaceIndicatorConfiguration disks;

    PictureDiskIndicator(FileBlobStore store, DiskSpaceIndicatorConfiguration disks) {
        this.store = store;
        this.disks = disks;
    }

    @Override
    protected String getName() {
        return "pictureDisk";
    }

    /** A disk that does not answer is down, too: the store's exception says so. */
    @Override
    protected Map<String, Long> getHealthInformation() {
        long room = store.room();
        healthStatus = room < disks.getThreshold() ? HealthStatus.DOWN : HealthStatus.UP;
        return Map.of("free", room);
    }
}
