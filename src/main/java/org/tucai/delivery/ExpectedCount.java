package org.tucai.delivery;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/** How many students a school expects in a campaign. A number only: the unit gets no name lists. */
@MappedEntity("expected_count")
record ExpectedCount(@Id @GeneratedValue @Nullable Long id, String schoolNo, String campaignNo, int students) {}
