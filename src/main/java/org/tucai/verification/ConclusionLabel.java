package org.tucai.verification;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.serde.annotation.Serdeable;

/**
 * One of the authority's labels for conclusions, kept as data because the list has changed before.
 *
 * @param code our name for the label
 * @param zh the label as the authority writes it
 * @param doubtful whether schools have to follow up such conclusions
 * @param current whether the authority uses the label now
 */
@Serdeable
@MappedEntity("conclusion_label_reference")
record ConclusionLabel(@Id String code, String zh, String en, boolean doubtful, boolean current, int position) {}
