package org.tucai.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Forces a race: one transaction stays open until a second piece of work has finished or is waiting for it. */
@Singleton
public class HeldTransaction {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final TransactionOperations<Connection> transactions;
    private final Rows rows;

    HeldTransaction(TransactionOperations<Connection> transactions, Rows rows) {
        this.transactions = transactions;
        this.rows = rows;
    }

    /**
     * Does {@code first}, keeps its transaction open until {@code second}, in another thread, has finished or waits for a row, commits,
     * and awaits both.
     */
    public void of(Runnable first, Runnable second) {
        of(first, 1, second);
    }

    /** The same where {@code second} only looks at what waits for {@code first}: the transaction stays open until it has finished. */
    public void watchedBy(Runnable first, Runnable second) {
        of(first, Integer.MAX_VALUE, second);
    }

    /** The same, until {@code second} has finished or so many statements wait for rows: its last one and those that it had begun before. */
    public void of(Runnable first, int waiting, Runnable second) {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<?> one = threads.submit(() -> transactions.execute(TransactionDefinition.DEFAULT, status -> {
                try {
                    first.run();
                } finally {
                    begun.countDown();
                }
                return await(done, waiting);
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

    private boolean await(CountDownLatch done, int waiting) {
        long end = System.nanoTime() + LONGEST.toNanos();
        try {
            while (!done.await(5, TimeUnit.MILLISECONDS) && rows.lockWaits() < waiting) {
                assertThat(System.nanoTime()).as("the other is done or waits").isLessThan(end);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
