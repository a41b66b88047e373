package org.tucai.order;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.Collection;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface OrderLineRepository extends CrudRepository<OrderLine, Long> {
    List<OrderLine> findByOrderIdOrderByIdAsc(long orderId);

    List<OrderLine> findByOrderIdInOrderById(Collection<Long> orderIds);

    void deleteByOrderId(long orderId);
}
