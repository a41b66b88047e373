package org.tucai.payment;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;

/** Prepares payments at the channel: remote, hence outside every transaction. */
@Singleton
public class Cashier {
    private static final Logger LOG = LoggerFactory.getLogger(Cashier.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private final Gateways gateways;
    private final PaymentService payments;
    private final PaymentBook book;
    private final QuestionsOfPayers questions;

    Cashier(Gateways gateways, PaymentService payments, PaymentBook book, QuestionsOfPayers questions) {
        this.gateways = gateways;
        this.payments = payments;
        this.book = book;
        this.questions = questions;
    }

    /**
     * An opened payment, ready to be paid.
     *
     * @param parameters what the mini program passes to {@code wx.requestPayment} or the like
     */
    public record Prepared(Payment payment, Map<String, String> parameters) {}

    /** The name of the channel for new payments. */
    public String gateway() {
        return gateways.preferred().name();
    }

    /**
     * Prepares an open payment. May be repeated: the channel gives equivalent parameters for the same payment.
     *
     * @throws ProblemException {@link PaymentProblem#PAYMENT_CHANNEL_UNAVAILABLE}; {@link PlatformProblem#TOO_MANY_REQUESTS}
     */
    public Prepared prepare(Payment payment) {
        questions.count(payment.subjectNo());
        try {
            PaymentGateway.Prepaid prepaid = gateways.askForPayer(payment, channel -> channel.prepay(payment));
            return new Prepared(payments.prepared(payment.no(), prepaid.prepayNo()), prepaid.parameters());
        } catch (GatewayException e) {
            LOG.warn("Payment {} could not be prepared: {}", payment.no(), e.getMessage());
            throw unavailable();
        }
    }

    /**
     * Asks the channel at once what became of a subject's open payments, for a client that has paid and waits.
     *
     * @throws ProblemException {@link PaymentProblem#PAYMENT_CHANNEL_UNAVAILABLE}; {@link PlatformProblem#TOO_MANY_REQUESTS}
     */
    public void check(String subjectNo) {
        List<Payment> open = open(subjectNo);
        if (open.isEmpty()) {
            return;
        }
        questions.count(subjectNo);
        try {
            open.forEach(p -> payments.settle(gateways.askForPayer(p, channel -> channel.query(p)), "queried"));
        } catch (GatewayException e) {
            LOG.warn("Payments of {} could not be queried: {}", subjectNo, e.getMessage());
            throw unavailable();
        }
    }

    /**
     * Closes a subject's open payments at the channel, so that no more money can come in; a payer who was faster has paid, and that is
     * recorded.
     *
     * @throws GatewayException when the channel does not answer; call again then
     */
    public void takeBack(String subjectNo) {
        open(subjectNo).forEach(this::close);
    }

    /**
     * The same for one of many subjects.
     *
     * @return whether no more money can come in; false while a channel has not confirmed it
     */
    public boolean takeBack(String subjectNo, ChannelRound round) {
        boolean all = true;
        for (Payment p : open(subjectNo)) {
            all &= round.ask(p, p.no(), () -> close(p));
        }
        return all;
    }

    private void close(Payment payment) {
        payments.settle(gateways.ask(payment, channel -> channel.close(payment)), "closed-by-us");
    }

    private static ProblemException unavailable() {
        return ProblemException.retryAfter(PaymentProblem.PAYMENT_CHANNEL_UNAVAILABLE, RETRY_AFTER);
    }

    private List<Payment> open(String subjectNo) {
        return book.paymentsOf(subjectNo).stream()
                .filter(p -> p.status().isOpen())
                .toList();
    }
}
