package org.tucai.platform.db;

import io.micronaut.aop.InterceptPhase;
import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a whole transaction again when the database chose it as the victim of a deadlock. */
@Singleton
@InterceptorBean(Transactional.class)
class DeadlockRetry implements MethodInterceptor<Object, Object> {
    private static final Logger LOG = LoggerFactory.getLogger(DeadlockRetry.class);
    private static final int TRIES = 4;

    private final TransactionOperations<Connection> transactions;

    DeadlockRetry(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    @Override
    public int getOrder() {
        return InterceptPhase.RETRY.getPosition();
    }

    @Override
    public @Nullable Object intercept(MethodInvocationContext<Object, Object> call) {
        if (transactions.findTransactionStatus().isPresent()) {
            return call.proceed(); // only the outermost transaction can be run again
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return call.proceed(this);
            } catch (RuntimeException e) {
                if (attempt == TRIES || !isDeadlock(e)) {
                    throw e;
                }
                LOG.info("Deadlock in {}, running it again", call.getMethodName());
                LockSupport.parkNanos(Duration.ofMillis(
                                attempt * 10L + ThreadLocalRandom.current().nextInt(20))
                        .toNanos());
            }
        }
    }

    private static boolean isDeadlock(Throwable failure) {
        return SqlCause.of(failure, sql -> "40001".equals(sql.getSQLState())) != null;
    }
}
