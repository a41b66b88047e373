package org.tucai.capture;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.tucai.platform.web.Cursor;

/** Lists of captures for schools. The name does not end in Service for it changes nothing. */
@Singleton
public class CaptureRoll {
    private final CaptureRepository captures;

    CaptureRoll(CaptureRepository captures) {
        this.captures = captures;
    }

    /** Captures of one school in these statuses after the cursor, by when the status last moved. */
    @Transactional
    public List<Capture> bySchool(String schoolNo, Collection<CaptureStatus> statuses, Cursor after, int limit) {
        return captures.bySchool(schoolNo, statuses, after.at(), after.no(), limit);
    }

    /** Captures of one school whose photo was found good after the cursor and before {@code until}, in that order. */
    @Transactional
    public List<Capture> accepted(String schoolNo, Cursor after, Instant until, int limit) {
        return captures.accepted(schoolNo, after.at(), after.no(), until, limit);
    }

    /** How many captures of a school stand where, by campaign. */
    @Transactional
    public List<StatusCount> count(String schoolNo) {
        return captures.countBySchool(schoolNo);
    }
}
