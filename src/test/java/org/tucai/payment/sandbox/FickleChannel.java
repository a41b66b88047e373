package org.tucai.payment.sandbox;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.tucai.payment.GatewayException;
import org.tucai.payment.Payment;
import org.tucai.payment.Refund;
import org.tucai.testing.Resettable;

/** The sandbox channel as seen from the merchant's side, behaving as a test wants. */
@Singleton
@Replaces(SandboxPaymentGateway.class)
@Requires(property = "tucai.sandbox", value = "true")
public class FickleChannel extends SandboxPaymentGateway implements Resettable {
    /** How the channel responds. */
    public enum Mood {
        /** Does what it is asked and says so. */
        TALKING,
        /** Receives nothing. */
        SILENT,
        /** Does what it is asked, but its answers get lost. */
        UNHEARD,
        /** Answers queries but accepts nothing new, as when the unit's balance there is too low for a refund. */
        TAKING_NOTHING
    }

    private volatile Mood mood = Mood.TALKING;
    private volatile @Nullable LocalDate garbled;

    FickleChannel(
            SandboxChannelService channel,
            SandboxRefundService refunds,
            SandboxSignature signature,
            ObjectMapper json,
            InstantSource clock) {
        super(channel, refunds, signature, json, clock);
    }

    /** Applies until the test ends. */
    public void is(Mood wanted) {
        mood = wanted;
    }

    /** Makes the bill of that day unreadable until the test ends. */
    public void garblesTheBillOf(LocalDate day) {
        garbled = day;
    }

    public Mood mood() {
        return mood;
    }

    @Override
    public void reset() {
        mood = Mood.TALKING;
        garbled = null;
    }

    private <T> T asked(Supplier<T> question) {
        Mood now = mood;
        if (now == Mood.SILENT) {
            throw new GatewayException("timed out", null);
        }
        T answer = question.get();
        if (now == Mood.UNHEARD) {
            throw new GatewayException("the answer got lost", null);
        }
        return answer;
    }

    private <T> T wanted(Supplier<T> wish) {
        if (mood == Mood.TAKING_NOTHING) {
            throw new GatewayException("come again later", null);
        }
        return asked(wish);
    }

    @Override
    public Prepaid prepay(Payment payment) {
        return wanted(() -> super.prepay(payment));
    }

    @Override
    public ChannelPayment query(Payment payment) {
        return asked(() -> super.query(payment));
    }

    @Override
    public ChannelPayment close(Payment payment) {
        return asked(() -> super.close(payment));
    }

    @Override
    public ChannelRefund refund(Payment payment, Refund refund) {
        return wanted(() -> super.refund(payment, refund));
    }

    @Override
    public ChannelRefund queryRefund(Refund refund) {
        return asked(() -> super.queryRefund(refund));
    }

    @Override
    public List<BillLine> bill(LocalDate day) {
        if (day.equals(garbled)) {
            throw new IllegalStateException("a line without an amount");
        }
        return asked(() -> super.bill(day));
    }
}
