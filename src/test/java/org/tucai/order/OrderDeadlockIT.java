package org.tucai.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.tucai.payment.AutomaticRefundService;
import org.tucai.payment.PaymentService;
import org.tucai.platform.id.PublicNumbers;
import org.tucai.platform.job.JobQueue;
import org.tucai.testing.TucaiTest;

/** Two requests place the order of one capture, and one of them holds a lock that the other wants. */
@TucaiTest
class OrderDeadlockIT {
    private final Shop shop;
    private final OrderRepository orders;
    private final TransactionOperations<Connection> transactions;
    private final OrderService service;
    /** Runs after the live order was looked for, and before a new one is written. */
    private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});

    OrderDeadlockIT(
            Shop shop,
            OrderRepository orders,
            OrderLines lines,
            OrderChange prints,
            SentPrints sent,
            OrderGate gate,
            PaymentService payments,
            AutomaticRefundService refunds,
            PublicNumbers numbers,
            JobQueue jobs,
            TransactionOperations<Connection> transactions) {
        this.shop = shop;
        this.orders = orders;
        this.transactions = transactions;
        InstantSource clock = () -> {
            meanwhile.getAndSet(() -> {}).run();
            return shop.clock.instant();
        };
        this.service = new OrderService(orders, lines, prints, sent, gate, payments, refunds, numbers, jobs, clock);
    }

    /** A deadlock undoes everything its transaction did: carrying on with the other's order would lose that. */
    @Test
    void aDeadlockIsNotMistakenForAnOrderPlacedByAnotherRequest() {
        Order wanted = shop.anotherPlace(2);
        CountDownLatch placed = new CountDownLatch(1);
        AtomicReference<CompletableFuture<Void>> other = new AtomicReference<>();
        meanwhile.set(() -> {
            other.set(CompletableFuture.runAsync(() -> inTransaction(() -> {
                shop.place();
                placed.countDown();
                orders.lock(wanted.no());
            })));
            await(placed);
        });

        assertThatThrownBy(() -> inTransaction(() -> {
                    orders.lock(wanted.no());
                    service.place(shop.wish(HeardOrders.ONLY_HERE + 1, Shop.FEE));
                }))
                .rootCause()
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("40001"));

        other.get().join();
        assertThat(shop.number("SELECT COUNT(*) FROM purchase_order")).isEqualTo(2);
    }

    private void inTransaction(Runnable work) {
        transactions.execute(TransactionDefinition.DEFAULT, status -> {
            work.run();
            return true;
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
