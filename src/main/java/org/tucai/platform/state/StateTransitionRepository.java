package org.tucai.platform.state;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface StateTransitionRepository extends GenericRepository<StateTransition, Long> {
    StateTransition save(StateTransition transition);

    List<StateTransition> findBySubjectOrderById(String subject);
}
