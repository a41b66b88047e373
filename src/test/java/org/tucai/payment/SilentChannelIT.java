package org.tucai.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tucai.platform.money.Money;
import org.tucai.testing.MutableClock;
import org.tucai.testing.TucaiTest;

/** Many payments are to be taken back from a channel that does not answer. */
@TucaiTest
class SilentChannelIT {
    private static final String SILENT = "silent";
    private static final String TALKING = "talking";

    private final PaymentService payments;
    private final PaymentBook book;
    private final MutableClock clock;
    private final List<String> asked = new ArrayList<>();
    private final Cashier cashier;

    SilentChannelIT(PaymentService payments, PaymentBook book, MutableClock clock) {
        this.payments = payments;
        this.book = book;
        this.clock = clock;
        Gateways gateways = new Gateways(List.of(new Channel(SILENT), new Channel(TALKING)), TALKING);
        this.cashier = new Cashier(gateways, payments, book);
    }

    @Test
    void isAskedOnceAndTheOthersAreAskedAllTheSame() {
        open("ord_one", SILENT);
        open("ord_two", SILENT);
        open("ord_three", TALKING);
        Set<String> silent = new HashSet<>();

        assertThat(cashier.takeBack("ord_one", silent)).isFalse();
        assertThat(cashier.takeBack("ord_two", silent)).isFalse();
        assertThat(cashier.takeBack("ord_three", silent)).isTrue();
        assertThat(cashier.takeBack("ord_nobody_pays", silent)).isTrue();

        assertThat(asked).containsExactly("ord_one", "ord_three");
        assertThat(book.paymentsOf("ord_two").getFirst().status().isOpen()).isTrue();
        assertThat(book.paymentsOf("ord_three").getFirst().status().isOpen()).isFalse();
    }

    private void open(String subject, String gateway) {
        payments.open(
                new OpenPayment(
                        subject,
                        "acc_test00000000000000",
                        "毕业生图像采集",
                        Money.fen(1500),
                        clock.instant().plus(Duration.ofDays(1))),
                gateway);
    }

    /** A channel that closes what it is asked to, or never answers. */
    private final class Channel implements PaymentGateway {
        private final String name;

        Channel(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public ChannelPayment close(Payment payment) {
            asked.add(payment.subjectNo());
            if (name.equals(SILENT)) {
                throw new GatewayException("timed out", null);
            }
            return new ChannelPayment(payment.no(), PaymentState.CLOSED, null, 0, payment.currency(), null);
        }

        @Override
        public Prepaid prepay(Payment payment) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ChannelPayment query(Payment payment) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ChannelRefund refund(Payment payment, Refund refund) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ChannelRefund queryRefund(Refund refund) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<BillLine> bill(LocalDate day) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Notice readCallback(Function<String, @Nullable String> header, String body) {
            throw new UnsupportedOperationException();
        }
    }
}
