package org.tucai.staff;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface StaffMemberRepository extends GenericRepository<StaffMember, Long> {
    StaffMember save(StaffMember member);

    StaffMember update(StaffMember member);

    long count();

    Optional<StaffMember> findByNo(String no);

    Optional<StaffMember> findByName(String name);

    boolean existsByName(String name);

    @Query("SELECT * FROM staff_member WHERE no = :no FOR UPDATE")
    Optional<StaffMember> lockByNo(String no);

    @Query("SELECT * FROM staff_member WHERE role = 'MANAGER' AND status = 'ACTIVE' ORDER BY id FOR UPDATE")
    List<StaffMember> lockActiveManagers();

    @Query("SELECT no, display_name AS name FROM staff_member WHERE no IN (:nos)")
    List<StaffNames.Named> names(Collection<String> nos);

    /** Newest first; null filters match everything, and a search is a part of the sign-in name or of the display name. */
    @Query("""
            SELECT * FROM staff_member
            WHERE (created_at < :at OR (created_at = :at AND no < :no))
              AND (:role IS NULL OR role = :role)
              AND (:status IS NULL OR status = :status)
              AND (:search IS NULL OR LOCATE(TRIM(:search), CONVERT(name USING utf8mb4)) > 0
                OR LOCATE(TRIM(:search), display_name) > 0)
            ORDER BY created_at DESC, no DESC LIMIT :limit""")
    List<StaffMember> before(
            Instant at, String no, @Nullable String role, @Nullable String status, @Nullable String search, int limit);
}
