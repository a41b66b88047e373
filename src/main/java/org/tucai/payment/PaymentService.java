package org.tucai.payment;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucai.payment.PaymentGateway.ChannelPayment;
import org.tucai.platform.id.PublicNumbers;
import org.tucai.platform.job.JobQueue;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;
import org.tucai.platform.state.StateHistory;
import org.tucai.platform.web.Language;

/** Opens payments and records what the channel says became of them. Locks the subject first, the payment second. */
@Singleton
public class PaymentService {
    static final String KIND = "payment";
    private static final Logger LOG = LoggerFactory.getLogger(PaymentService.class);

    private final PaymentRepository payments;
    private final AutomaticRefundService refunds;
    private final Followers followers;
    private final PublicNumbers numbers;
    private final StateHistory history;
    private final JobQueue jobs;
    private final InstantSource clock;

    PaymentService(
            PaymentRepository payments,
            AutomaticRefundService refunds,
            Followers followers,
            PublicNumbers numbers,
            StateHistory history,
            JobQueue jobs,
            InstantSource clock) {
        this.payments = payments;
        this.refunds = refunds;
        this.followers = followers;
        this.numbers = numbers;
        this.history = history;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * The open payment of this subject and payer for exactly this amount: the one there is, or a new one. Open payments for another
     * amount, or begun for an account from which the subject was taken over, are taken back: a channel prepares a payment for one
     * payer. Call under the subject's lock, in its transaction.
     */
    @Transactional
    public Payment open(OpenPayment wanted, String gateway) {
        Payment usable = null;
        for (Payment open : payments.lockOpen(wanted.subjectNo())) {
            boolean fits = open.amountMinor() == wanted.amount().minor()
                    && open.payerNo().equals(wanted.payerNo())
                    && open.gateway().equals(gateway)
                    && open.expiresAt().isAfter(clock.instant());
            if (fits && usable == null) {
                usable = open;
            } else {
                takeBack(open);
            }
        }
        return usable == null ? create(wanted, gateway) : usable;
    }

    private Payment create(OpenPayment wanted, String gateway) {
        Payment created = payments.save(new Payment(
                null,
                numbers.next("pay"),
                wanted.subjectNo(),
                wanted.payerNo(),
                gateway,
                wanted.description(),
                wanted.amount().minor(),
                wanted.amount().currency().getCurrencyCode(),
                PaymentStatus.CREATED,
                null,
                null,
                0,
                0,
                0,
                false,
                0,
                0,
                null,
                null,
                clock.instant(),
                wanted.expiresAt(),
                null,
                null,
                null,
                0));
        history.moved(KIND, created.no(), null, created.status(), "opened", Actor.SYSTEM);
        jobs.enqueue(ClosePaymentJob.TYPE, created.no(), wanted.expiresAt());
        return created;
    }

    /** Takes back what is still open for a subject that no longer wants money. The channel is told by a job. */
    @Transactional
    public void abandon(String subjectNo) {
        payments.lockOpen(subjectNo).forEach(this::takeBack);
    }

    /** Expires now: otherwise it would be offered again for the same amount, and be closed while the payer is paying. */
    private void takeBack(Payment open) {
        if (!open.isOverAt(clock.instant())) {
            payments.endTimeToPay(open.no(), clock.instant());
        }
        jobs.enqueue(ClosePaymentJob.TYPE, open.no());
    }

    /** The channel has prepared the payment. */
    @Transactional
    public Payment prepared(String paymentNo, String prepayNo) {
        Payment payment = payments.lock(paymentNo).orElseThrow(PlatformProblem::notFound);
        if (!payment.status().isOpen()) {
            throw new ProblemException(PaymentProblem.PAYMENT_NOT_OPEN);
        }
        return payment.status() == PaymentStatus.AWAITING
                ? payment
                : moved(payment, payment.prepared(prepayNo), "prepared");
    }

    /**
     * Records what the channel says of a payment. Safe for repeated, late and out-of-order news: money counts once per
     * transaction, and news of "not paid" never undoes money.
     *
     * @throws ProblemException {@link PaymentProblem#CALLBACK_UNKNOWN}
     */
    @Transactional
    public void settle(ChannelPayment news, String cause) {
        Payment known = payments.findByNo(news.paymentNo()).orElseThrow(PaymentService::unknown);
        followers.lock(known.subjectNo());
        Payment payment = payments.lock(news.paymentNo()).orElseThrow(PaymentService::unknown);
        switch (news.state()) {
            case PAID -> moneyCameIn(payment, news, cause);
            case CLOSED -> close(payment, cause);
            case UNKNOWN, NOT_PAID -> {
                // no money yet: the payment stays as it is until it is paid or closed
            }
        }
    }

    private void moneyCameIn(Payment payment, ChannelPayment news, String cause) {
        String transaction = news.transactionNo();
        if (transaction == null || news.paidAt() == null) {
            throw new IllegalArgumentException(payment.no() + ": paid without a transaction");
        }
        if (transaction.equals(payment.transactionNo())) {
            return;
        }
        if (payment.status().moneyCameIn()) {
            paidAgain(payment, news, transaction, cause);
            return;
        }
        if (payments.findByGatewayAndTransactionNo(payment.gateway(), transaction)
                .isPresent()) {
            LOG.error(
                    "{} reports payment {} as paid by transaction {}, which paid another payment",
                    payment.gateway(),
                    payment.no(),
                    transaction);
            throw unknown();
        }
        record(payment, news, transaction, cause);
    }

    private void record(Payment payment, ChannelPayment news, String transaction, String cause) {
        boolean exact =
                news.paidMinor() == payment.amountMinor() && news.currency().equals(payment.currency());
        PaymentStatus outcome = exact ? PaymentStatus.SUCCEEDED : PaymentStatus.MISMATCHED;
        Payment paid = payment.paid(
                outcome, transaction, news.paidMinor(), instant(news), exact ? null : GiveBack.WRONG_AMOUNT);
        GiveBack unwanted = exact ? followers.succeeded(paid) : GiveBack.WRONG_AMOUNT;
        paid = payment.paid(outcome, transaction, news.paidMinor(), instant(news), unwanted);
        giveBackIfUnwanted(moved(payment, paid, cause));
    }

    /** The same prepared payment was paid a second time: that money gets a row of its own, and goes back. */
    private void paidAgain(Payment payment, ChannelPayment news, String transaction, String cause) {
        if (payments.findByGatewayAndTransactionNo(payment.gateway(), transaction)
                .isPresent()) {
            return;
        }
        Payment twin = create(
                new OpenPayment(
                        payment.subjectNo(),
                        payment.payerNo(),
                        payment.description(),
                        payment.amount(),
                        clock.instant()),
                payment.gateway());
        Payment paid =
                twin.paid(PaymentStatus.SUCCEEDED, transaction, news.paidMinor(), instant(news), GiveBack.PAID_TWICE);
        giveBackIfUnwanted(moved(twin, paid, cause));
    }

    private void giveBackIfUnwanted(Payment paid) {
        GiveBack why = paid.giveBack();
        if (why != null && paid.paidMinor() > 0) {
            refunds.request(new RequestRefund(paid.no(), paid.paid(), why.text(Language.ZH), Actor.SYSTEM));
        }
    }

    private void close(Payment payment, String cause) {
        if (payment.status().isOpen()) {
            moved(payment, payment.closed(clock.instant()), cause);
        }
    }

    private Payment moved(Payment from, Payment to, String cause) {
        history.moved(KIND, to.no(), from.status(), to.status(), cause, Actor.SYSTEM);
        return payments.update(to);
    }

    private static Instant instant(ChannelPayment news) {
        return Objects.requireNonNull(news.paidAt());
    }

    private static ProblemException unknown() {
        return new ProblemException(PaymentProblem.CALLBACK_UNKNOWN);
    }
}
