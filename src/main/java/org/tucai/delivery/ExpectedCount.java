package org.tucai.delivery;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/** How many students a school expects in a campaign. Only a number, because the unit must not get name lists (DOMAIN §1.1). */
@MappedEntity("expected_count")
record ExpectedCount(@Id @GeneratedValue @Nullable Long id, String schoolNo, String campaignNo, int students) {}
