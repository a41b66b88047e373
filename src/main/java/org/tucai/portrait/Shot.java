package org.tucai.portrait;

import org.jspecify.annotations.Nullable;

/**
 * A phone picture judged and cut to the profile.
 *
 * @param report speaks of the finished file and, where quality is lost by scaling, of the original
 * @param jpeg the finished file, or null when a rule that failed says why there is none
 */
@SuppressWarnings("ArrayRecordComponent")
public record Shot(PortraitReport report, byte @Nullable [] jpeg) {}
