package org.tucai.payment;

import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.money.Money;

/** All features that follow payments, as one. Looked up lazily, because they depend on payments themselves. */
@Singleton
class Followers {
    private final BeanProvider<PaymentFollower> followers;
    private final BeanProvider<RefundVeto> vetoes;

    Followers(BeanProvider<PaymentFollower> followers, BeanProvider<RefundVeto> vetoes) {
        this.followers = followers;
        this.vetoes = vetoes;
    }

    void lock(String subjectNo) {
        followers.forEach(f -> f.lock(subjectNo));
    }

    /** Why the money goes back; null when it is kept. */
    @Nullable
    GiveBack succeeded(Payment payment) {
        return followers.stream()
                .map(f -> f.onSucceeded(payment))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    void refundRequested(Payment payment, Refund refund) {
        followers.forEach(f -> f.onRefundRequested(payment, refund));
    }

    void refundSettled(Payment payment, Refund refund) {
        followers.forEach(f -> f.onRefundSettled(payment, refund));
    }

    /** Refuses what a feature objects to. */
    void checkRefund(Payment payment, Money amount) {
        vetoes.forEach(v -> v.check(payment, amount));
    }
}
