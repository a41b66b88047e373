package org.tucai.platform.blob;

import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import org.tucai.platform.db.DataFolder;
import org.tucai.platform.privacy.Vault;
import org.tucai.testing.Resettable;

/** The real store on a disk that can fill up, where a file that finds no room is half written, or can become read-only. */
@Singleton
@Replaces(FileBlobStore.class)
public class FillableDisk extends FileBlobStore implements Resettable {
    private volatile int roomFor = Integer.MAX_VALUE;
    private volatile boolean impatient;
    private volatile boolean readOnly;

    FillableDisk(DataFolder folder, Vault vault) {
        super(folder, vault);
    }

    /** From now on only this many files fit. */
    public void leaveRoomFor(int files) {
        roomFor = files;
    }

    /** From now on nothing can be written, as after a fault that made the system mount the disk read-only. */
    public void becomesReadOnly() {
        readOnly = true;
    }

    /** From now on the disk is waited for no longer than three seconds. */
    public void isNotWaitedForLong() {
        impatient = true;
    }

    @Override
    Duration patience() {
        return impatient ? Duration.ofSeconds(3) : super.patience();
    }

    @Override
    public void reset() {
        impatient = false;
        readOnly = false;
        roomFor = Integer.MAX_VALUE;
    }

    @Override
    long roomOnDisk() {
        return roomFor == Integer.MAX_VALUE ? super.roomOnDisk() : roomFor;
    }

    @Override
    void writeForced(Path file, byte[] content) throws IOException {
        if (readOnly) {
            throw new FileSystemException(file.toString(), null, "Read-only file system");
        }
        if (roomFor > 0) {
            roomFor--;
            super.writeForced(file, content);
            return;
        }
        Files.write(file, Arrays.copyOf(content, content.length / 2), StandardOpenOption.CREATE_NEW);
        throw new IOException("No space left on device");
    }
}
