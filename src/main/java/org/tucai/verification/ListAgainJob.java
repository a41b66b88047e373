package org.tucai.verification;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.tucai.capture.CaptureService;
import org.tucai.platform.job.LocalJob;

/**
 * Marks captures as changed whose label has become doubtful, some at a time: schools follow their lists with a cursor, which would
 * otherwise have passed them already.
 */
@Singleton
class ListAgainJob implements LocalJob {
    static final String TYPE = "list-conclusions-again";

    private final ConclusionLabelRepository labels;
    private final CaptureService captures;

    ListAgainJob(ConclusionLabelRepository labels, CaptureService captures) {
        this.labels = labels;
        this.captures = captures;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public void run(String labelCode) {
        ConclusionLabel label = labels.findByCode(labelCode).orElse(null);
        if (label == null || !label.doubtful()) {
            return;
        }
        Instant began = captures.changeTime();
        captures.schoolsWith(label.zh()).forEach(schoolNo -> listAgain(schoolNo, label, began));
    }

    private void listAgain(String schoolNo, ConclusionLabel label, Instant began) {
        int some;
        do {
            some = captures.listAgain(schoolNo, label.zh(), began);
        } while (some > 0);
    }
}
