package org.tucai.capture;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Reminds students with an incomplete capture of the campaign's end, once per window. */
@Singleton
public class ReminderService {
    /** Statuses in which the student still has something to do: those that end with the campaign. */
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

    /** Sends one reminder; safe to repeat. For a capture completed meanwhile it is recorded but not sent. */
    @Transactional
    public void remind(String no, Instant endsAt) {
        Capture capture = gate.lock(no);
        if (captures.noteReminder(no, endsAt, clock.instant()) > 0 && UNFINISHED.contains(capture.status())) {
            messages.deadlineNear(capture, endsAt);
        }
    }
}
