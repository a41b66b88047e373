package org.tucai.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The channel's limits, exactly at each limit and one step beyond it. */
class RefundPolicyTest {
    private static final Instant PAID_AT = Instant.parse("2026-04-20T02:00:00Z");

    @Test
    void allowsARefundUntilTheLastMomentOfTheYear() {
        Payment payment = paid(1500, 0);
        Instant last = PAID_AT.plus(Duration.ofDays(365));

        assertThatCode(() -> RefundPolicy.check(payment, 1500, last)).doesNotThrowAnyException();
        assertThatThrownBy(() -> RefundPolicy.check(payment, 1500, last.plusNanos(1000)))
                .hasMessage("refund-period-over");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 1501})
    void refusesLessThanOneFenAndMoreThanRemains(long minor) {
        assertThatThrownBy(() -> RefundPolicy.check(paid(1500, 0), minor, PAID_AT))
                .hasMessage("refund-above-remaining");
    }

    @Test
    void saysThatNothingIsLeftOnceAllIsPromisedBack() {
        Payment wentBack =
                PaymentBuilder.builder(paid(1500, 1)).refundAskedMinor(1500).build();

        assertThatThrownBy(() -> RefundPolicy.check(wentBack, 1, PAID_AT)).hasMessage("nothing-to-refund");
    }

    @Test
    void allowsAtMostFiftyRefundsOfOnePayment() {
        assertThatCode(() -> RefundPolicy.check(paid(1500, 49), 1, PAID_AT)).doesNotThrowAnyException();
        assertThatThrownBy(() -> RefundPolicy.check(paid(1500, 50), 1, PAID_AT)).hasMessage("too-many-refunds");
    }

    @ParameterizedTest
    @CsvSource({", 0", "0, 60", "59, 1", "60, 0", "3600, 0"})
    void spacesRefundsByAMinuteWithoutFurtherDelay(@Nullable Long secondsSince, long secondsToWait) {
        Instant last = secondsSince == null ? null : PAID_AT.minusSeconds(secondsSince);

        assertThat(RefundPolicy.nextSlot(last, PAID_AT)).isEqualTo(PAID_AT.plusSeconds(secondsToWait));
    }

    @Test
    void cutsAReasonToEightyWholeCharacters() {
        assertThat(RefundPolicy.fit("退".repeat(80))).isEqualTo("退".repeat(80));
        assertThat(RefundPolicy.fit("退".repeat(81))).isEqualTo("退".repeat(79) + "…");
        assertThat(RefundPolicy.fit("😀".repeat(80))).isEqualTo("😀".repeat(80));
        assertThat(RefundPolicy.fit("😀".repeat(81))).isEqualTo("😀".repeat(79) + "…");
    }

    private static Payment paid(long minor, int refunds) {
        return PaymentBuilder.builder()
                .no("pay_1")
                .subjectNo("ord_1")
                .payerNo("acc_1")
                .gateway("sandbox")
                .description("毕业生图像采集")
                .amountMinor(minor)
                .currency("CNY")
                .status(PaymentStatus.SUCCEEDED)
                .paidMinor(minor)
                .refundCount(refunds)
                .createdAt(PAID_AT)
                .expiresAt(PAID_AT)
                .paidAt(PAID_AT)
                .build();
    }
}
