package org.tucai.verification;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.serde.annotation.Serdeable;

/**
 * A word of the authority's, as data: the list has changed before.
 *
 * @param code our name for it
 * @param zh the word itself
 * @param doubtful whether the school has to follow it up
 * @param current whether the authority uses it now
 */
@Serdeable
@MappedEntity("conclusion_label_reference")
public record ConclusionLabel(@Id String code, String zh, String en, boolean doubtful, boolean current, int position) {}
