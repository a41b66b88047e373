package org.tucai.capture;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Reminds students whose capture is not complete of the campaign's end, once for each window. */
@Singleton
public class ReminderService {
    /** Where the student still has something to do: what would end with the campaign. */
    private static final List<CaptureStatus> UNFINISHED = ExpiryService.ENDING;

    private final CaptureRepository captures;
    private final CaptureGate gate;
    private final CaptureMessages messages;
    private final InstantSource clock;

    ReminderService(CaptureRepository captures, CaptureGate gate, CaptureMessages messages, InstantSource clock) {
        this.captures = captures;
        this.gate = gate;
        this.messages = messages;
        this.clock = clock;
    }

    /** The next captures to be reminded, by number. */
    @Transactional
    public List<String> due(String campaignNo, Instant endsAt, String after, int limit) {
        return captures.notReminded(campaignNo, UNFINISHED, endsAt, after, limit);
    }

    /** Reminds one; a second time changes nothing. One that was finished meanwhile is noted and left alone. */
    @Transactional
    public void remind(String no, Instant endsAt) {
        Capture capture = gate.lock(no);
        if (captures.noteReminder(no, endsAt, clock.instant()) > 0 && UNFINISHED.contains(capture.status())) {
            messages.deadlineNear(capture, endsAt);
        }
    }
}
