package org.tucai.campaign;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.tucai.platform.db.Row;

/**
 * A school (学校).
 *
 * @param no public number
 * @param code 院校代码 or 学校标识码: 5 or 10 digits, as in capture codes
 * @param name official name
 */
@Row
@MappedEntity("school")
public record School(
        @Id @GeneratedValue @Nullable Long id,
        String no,
        String code,
        String name,
        Instant createdAt,
        @Version int version) {
    School renamed(String newName) {
        return SchoolBuilder.builder(this).name(newName).build();
    }
}
