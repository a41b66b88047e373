package org.tucai.testing;

import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Forces a race: one transaction stays open until a second piece of work has finished or is waiting for it. */
@Singleton
public class HeldTransaction {
    /** How long the first waits, in case the second is itself waiting for the first. */
    private static final long PATIENCE_MILLIS = 700;

    private final TransactionOperations<Connection> transactions;

    HeldTransaction(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /** Does {@code first}, keeps its transaction open while {@code second} runs in another thread, commits, and awaits both. */
    public void of(Runnable first, Runnable second) {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<?> one = threads.submit(() -> transactions.execute(TransactionDefinition.DEFAULT, status -> {
                try {
                    first.run();
                } finally {
                    begun.countDown();
                }
                return await(done);
            }));
            Future<?> two = threads.submit(() -> {
                begun.await();
                try {
                    second.run();
                } finally {
                    done.countDown();
                }
                return null;
            });
            one.get();
            two.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    private static boolean await(CountDownLatch done) {
        try {
            return done.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
