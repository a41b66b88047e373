package org.tucai.payment;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tucai.payment.PaymentGateway.BillKind;
import org.tucai.payment.PaymentGateway.BillLine;
import org.tucai.platform.time.ChinaTime;

/** 对账: compares our book of one day with the channels' bills. Remote, hence outside every transaction. */
@Singleton
public class Reconciliation {
    private final Gateways gateways;
    private final PaymentRepository payments;
    private final RefundRepository refunds;

    Reconciliation(Gateways gateways, PaymentRepository payments, RefundRepository refunds) {
        this.gateways = gateways;
        this.payments = payments;
        this.refunds = refunds;
    }

    /**
     * A difference between book and bill.
     *
     * @param no our number; null when we do not know the money
     * @param channelNo the channel's number; null when it does not know the money
     * @param oursMinor fen; null when it is not in our book of the day
     * @param theirsMinor fen; null when it is not on the channel's bill of the day
     */
    public record Difference(
            String gateway,
            BillKind kind,
            @Nullable String no,
            @Nullable String channelNo,
            @Nullable Long oursMinor,
            @Nullable Long theirsMinor) {}

    /** Money that came in by a channel's bill, and is not in our book of the day. */
    record Unbooked(String gateway, BillLine line) {}

    /**
     * The comparison of one day. Sums in fen.
     *
     * @param differences empty when book and bill agree
     * @param unbooked the money among them of which we know nothing, or that we booked on another day
     */
    public record Day(
            LocalDate day,
            long ourReceived,
            long theirReceived,
            long ourRefunded,
            long theirRefunded,
            List<Difference> differences,
            List<Unbooked> unbooked) {}

    /**
     * Compares one day in China over all channels.
     *
     * @throws GatewayException when a channel does not answer
     */
    public Day compare(LocalDate day) {
        Instant from = ChinaTime.endOf(day.minusDays(1));
        Instant until = ChinaTime.endOf(day);
        List<Difference> differences = new ArrayList<>();
        List<Unbooked> unbooked = new ArrayList<>();
        long[] sums = new long[4];
        for (PaymentGateway gateway : gateways.all()) {
            String name = gateway.name();
            List<BillLine> bill = gateways.bill(gateway, day);
            List<BookLine> in = payments.receivedBetween(name, from, until);
            List<BookLine> back = refunds.refundedBetween(name, from, until);
            differences.addAll(differences(name, BillKind.PAYMENT, in, bill));
            unbooked.addAll(unbooked(name, in, bill));
            differences.addAll(differences(name, BillKind.REFUND, back, bill));
            sums[0] += in.stream().mapToLong(BookLine::minor).sum();
            sums[1] += sum(bill, BillKind.PAYMENT);
            sums[2] += back.stream().mapToLong(BookLine::minor).sum();
            sums[3] += sum(bill, BillKind.REFUND);
        }
        return new Day(day, sums[0], sums[1], sums[2], sums[3], List.copyOf(differences), List.copyOf(unbooked));
    }

    private static List<Unbooked> unbooked(String gateway, List<BookLine> book, List<BillLine> bill) {
        Set<String> ours = book.stream().map(BookLine::channelNo).collect(Collectors.toSet());
        return bill.stream()
                .filter(l -> l.kind() == BillKind.PAYMENT && !ours.contains(l.channelNo()))
                .map(l -> new Unbooked(gateway, l))
                .toList();
    }

    private static long sum(List<BillLine> bill, BillKind kind) {
        return bill.stream()
                .filter(l -> l.kind() == kind)
                .mapToLong(BillLine::amountMinor)
                .sum();
    }

    private static List<Difference> differences(
            String gateway, BillKind kind, List<BookLine> book, List<BillLine> bill) {
        Map<String, BookLine> ours = new HashMap<>();
        List<Difference> found = new ArrayList<>();
        for (BookLine line : book) {
            if (line.channelNo().isEmpty()) { // nothing on the bill can be told to be this
                found.add(new Difference(gateway, kind, line.no(), null, line.minor(), null));
            } else if (ours.putIfAbsent(line.channelNo(), line) != null) {
                found.add(new Difference(gateway, kind, line.no(), line.channelNo(), line.minor(), null));
            }
        }
        for (BillLine line : bill) {
            if (line.kind() != kind) {
                continue;
            }
            BookLine own = ours.remove(line.channelNo());
            if (own == null || own.minor() != line.amountMinor()) {
                found.add(new Difference(
                        gateway,
                        kind,
                        own == null ? null : own.no(),
                        line.channelNo(),
                        own == null ? null : own.minor(),
                        line.amountMinor()));
            }
        }
        ours.values().forEach(own -> found.add(new Difference(gateway, kind, own.no(), null, own.minor(), null)));
        return found;
    }
}
