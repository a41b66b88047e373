package org.tucai.proofreading;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/**
 * A picture that shows what is wrong: re-encoded, without metadata.
 *
 * @param no {@code evi_…}
 * @param blobKey of a JPEG of at most 2000 × 2000 pixels
 */
@MappedEntity("proofreading_evidence")
public record Evidence(@Id @GeneratedValue @Nullable Long id, String no, String proofreadingNo, String blobKey) {}
