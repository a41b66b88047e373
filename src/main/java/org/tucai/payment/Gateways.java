package org.tucai.payment;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.tucai.payment.PaymentGateway.BillLine;
import org.tucai.platform.job.LineClosed;
import org.tucai.platform.job.Lines;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.start.StartRemark;

/** The payment channels of this server by name. */
@Singleton
class Gateways implements StartRemark {
    private final Map<String, PaymentGateway> byName;
    private final String preferred;
    private final Lines lines;

    Gateways(Collection<PaymentGateway> gateways, @Value("${tucai.payment.gateway}") String preferred, Lines lines) {
        this.byName =
                gateways.stream().collect(Collectors.toUnmodifiableMap(PaymentGateway::name, Function.identity()));
        this.preferred = preferred;
        this.lines = lines;
    }

    /** The channel for new payments. */
    PaymentGateway preferred() {
        return named(preferred).orElseThrow(() -> new ProblemException(PaymentProblem.PAYMENT_CHANNEL_UNAVAILABLE));
    }

    @Override
    public List<String> remarks() {
        return byName.containsKey(preferred)
                ? List.of()
                : List.of("No PaymentGateway called " + preferred
                        + " (tucai.payment.gateway): nobody can pay (503 payment-channel-unavailable)");
    }

    Collection<PaymentGateway> all() {
        return byName.values();
    }

    Optional<PaymentGateway> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The channel of an existing payment; fails for a channel that is no longer configured. */
    PaymentGateway of(Payment payment) {
        return named(payment.gateway())
                .orElseThrow(() -> new GatewayException("no channel " + payment.gateway() + " configured", null));
    }

    /**
     * Asks the channel of an existing payment in a job, which must not wait for a channel that is silent at present ({@link Lines}).
     *
     * @throws GatewayException when the channel does not answer, or did not a moment ago
     */
    <T> T ask(Payment payment, Function<PaymentGateway, T> question) {
        PaymentGateway channel = of(payment);
        return answer(() -> lines.ask(line(channel), () -> question.apply(channel)));
    }

    /**
     * Asks the channel of an existing payment for a payer who waits.
     *
     * @throws GatewayException when the channel does not answer in time
     */
    <T> T askForPayer(Payment payment, Function<PaymentGateway, T> question) {
        PaymentGateway channel = of(payment);
        return answer(() -> lines.askForAPerson(line(channel), () -> question.apply(channel)));
    }

    /**
     * A channel's bill. It takes its time, which says nothing about payments and refunds: hence a line of its own.
     *
     * @throws GatewayException when the channel does not answer, or did not a moment ago
     */
    List<BillLine> bill(PaymentGateway channel, LocalDate day) {
        return answer(() -> lines.ask("bills of " + line(channel), () -> channel.bill(day)));
    }

    private static String line(PaymentGateway channel) {
        return "payment channel " + channel.name();
    }

    private static <T> T answer(Supplier<T> asking) {
        try {
            return asking.get();
        } catch (LineClosed e) {
            throw new GatewayException(String.valueOf(e.getMessage()), e);
        }
    }
}
