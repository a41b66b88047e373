package org.tucai.delivery;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tucai.capture.CaptureStatus;

/** The lists in which a school finds its students. */
public enum SchoolList {
    /** 已完成: a photo was found good. */
    DONE(EnumSet.of(CaptureStatus.ACCEPTED, CaptureStatus.FORWARDED, CaptureStatus.VERIFIED)),
    /** 进行中: begun, not found good yet. */
    UNDER_WAY(EnumSet.of(
            CaptureStatus.BOUND, CaptureStatus.PHOTO_READY, CaptureStatus.AWAITING_PAYMENT, CaptureStatus.IN_REVIEW)),
    /** 不合格: turned down by a reviewer, the authority or the student's own check, and not shot again. */
    REJECTED(EnumSet.of(CaptureStatus.REJECTED, CaptureStatus.RETURNED, CaptureStatus.ERRATUM)),
    /** 存疑: the authority's word is one the school has to follow up. */
    DOUBTFUL(EnumSet.of(CaptureStatus.VERIFIED)),
    /** 已结束: the unit has deleted photos and facts, by whatever status; by when it did. */
    ENDED(EnumSet.noneOf(CaptureStatus.class));

    private final Set<CaptureStatus> statuses;

    SchoolList(Set<CaptureStatus> statuses) {
        this.statuses = statuses;
    }

    Set<CaptureStatus> statuses() {
        return statuses;
    }

    /** The one list that counts a capture, never {@link #DOUBTFUL}; null if the capture ended without a photo. */
    static @Nullable SchoolList of(CaptureStatus status) {
        return Arrays.stream(values())
                .filter(l -> l != DOUBTFUL && l.statuses.contains(status))
                .findFirst()
                .orElse(null);
    }
}
