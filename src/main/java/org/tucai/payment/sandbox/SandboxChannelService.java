package org.tucai.payment.sandbox;

import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.tucai.payment.Payment;
import org.tucai.platform.id.PublicNumbers;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;

/** The channel's side of payments: prepared and closed by the merchant, paid by the payer. */
@Singleton
@Requires(property = "tucai.sandbox", value = "true")
public class SandboxChannelService {
    private final SandboxPaymentRepository payments;
    private final SandboxTransactionRepository transactions;
    private final SandboxCallbacks callbacks;
    private final PublicNumbers numbers;
    private final InstantSource clock;

    SandboxChannelService(
            SandboxPaymentRepository payments,
            SandboxTransactionRepository transactions,
            SandboxCallbacks callbacks,
            PublicNumbers numbers,
            InstantSource clock) {
        this.payments = payments;
        this.transactions = transactions;
        this.callbacks = callbacks;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** Prepares a payment, or finds the one already prepared under its number. Returns the prepay number. */
    @Transactional
    public String prepay(Payment payment) {
        payments.prepareOnce(
                numbers.next("pre"), payment.no(), payment.amountMinor(), payment.currency(), clock.instant());
        return payments.lockByPaymentNo(payment.no()).orElseThrow().prepayNo();
    }

    /** The payer pays. Returns the transaction, or nothing when the payer's bank refused. */
    @Transactional
    public Optional<SandboxTransaction> pay(String prepayNo, PayWish wish) {
        SandboxPayment payment = payments.lockByPrepayNo(prepayNo).orElseThrow(PlatformProblem::notFound);
        if (!wish.stubborn()) {
            requireOpen(payment);
        }
        if (wish.failing()) {
            return Optional.empty();
        }
        SandboxTransaction money = transactions.save(new SandboxTransaction(
                null,
                numbers.next("txn"),
                payment.paymentNo(),
                wish.amountOr(payment.amountMinor()),
                payment.currency(),
                clock.instant()));
        payments.update(payment.in(SandboxPayment.State.SUCCESS));
        for (int i = 0; i < wish.times(); i++) {
            callbacks.owePayment(money.transactionNo(), clock.instant().plusSeconds(wish.delay()));
        }
        return Optional.of(money);
    }

    /** The merchant closes a payment; a paid one stays paid. */
    @Transactional
    public Optional<SandboxPayment> close(String paymentNo) {
        return payments.lockByPaymentNo(paymentNo)
                .map(p -> p.state() == SandboxPayment.State.NOTPAY
                        ? payments.update(p.in(SandboxPayment.State.CLOSED))
                        : p);
    }

    Optional<SandboxPayment> payment(String paymentNo) {
        return payments.findByPaymentNo(paymentNo);
    }

    List<SandboxTransaction> moneyOf(String paymentNo) {
        return transactions.findByPaymentNoOrderByIdAsc(paymentNo);
    }

    List<SandboxTransaction> moneyBetween(Instant from, Instant until) {
        return transactions.between(from, until);
    }

    Optional<SandboxTransaction> money(String transactionNo) {
        return transactions.findByTransactionNo(transactionNo);
    }

    /** Sets the outcome of all further refunds of this payment. */
    @Transactional
    public void refundsEnd(String prepayNo, String outcome) {
        SandboxPayment payment = payments.lockByPrepayNo(prepayNo).orElseThrow(PlatformProblem::notFound);
        payments.update(payment.refundsEnd(SandboxRefund.State.valueOf(outcome)));
    }

    private static void requireOpen(SandboxPayment payment) {
        switch (payment.state()) {
            case NOTPAY -> {
                // can be paid
            }
            case SUCCESS -> throw new ProblemException(SandboxProblem.SANDBOX_PAID_ALREADY);
            case CLOSED -> throw new ProblemException(SandboxProblem.SANDBOX_PAYMENT_CLOSED);
        }
    }
}
