package org.tucai.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.tucai.payment.PaymentGateway.ChannelPayment;
import org.tucai.payment.PaymentGateway.PaymentState;
import org.tucai.platform.id.PublicNumbers;
import org.tucai.platform.job.JobQueue;
import org.tucai.platform.money.Money;
import org.tucai.platform.security.Actor;
import org.tucai.testing.MutableClock;
import org.tucai.testing.TucaiTest;

/** The end of the year within which the channel makes refunds. */
@TucaiTest
class RefundPeriodIT {
    private final PaymentService payments;
    private final MutableClock clock;
    private final TransactionOperations<Connection> transactions;
    private final RefundService refunds;

    RefundPeriodIT(
            PaymentService payments,
            PaymentRepository rows,
            RefundRepository refundRows,
            RefundGate gate,
            Followers followers,
            PublicNumbers numbers,
            JobQueue jobs,
            MutableClock clock,
            TransactionOperations<Connection> transactions) {
        this.payments = payments;
        this.clock = clock;
        this.transactions = transactions;
        InstantSource running = () -> {
            Instant now = clock.instant();
            clock.advance(Duration.ofNanos(1_000));
            return now;
        };
        this.refunds = new RefundService(rows, refundRows, gate, followers, numbers, jobs, running);
    }

    /** A rejection or the end of a campaign would fail with it. */
    @Test
    void whatFollowsFromAnEventIsNotRefusedInTheLastInstantOfTheRefundPeriod() {
        Payment paid = aPayment();
        clock.advance(RefundPolicy.LONGEST_AFTER_PAYMENT);

        RequestRefund wanted = new RequestRefund(paid.no(), paid.amount(), "采集已结束", Actor.SYSTEM);
        Refund refund = transactions.execute(TransactionDefinition.DEFAULT, status -> refunds.requestOrOwe(wanted));

        assertThat(refund.status()).isEqualTo(RefundStatus.REQUESTED);
    }

    private Payment aPayment() {
        Instant now = clock.instant();
        Payment open = payments.open(
                new OpenPayment("ord_one", "acc_test00000000000000", "毕业生图像采集", Money.fen(1500), now.plusSeconds(60)),
                "sandbox");
        payments.settle(new ChannelPayment(open.no(), PaymentState.PAID, "txn_one", 1500, "CNY", now), "callback");
        return open;
    }
}
