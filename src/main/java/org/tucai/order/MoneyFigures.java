package org.tucai.order;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucai.payment.Balance;
import org.tucai.payment.DaySum;
import org.tucai.payment.PaymentBook;
import org.tucai.platform.db.IdSpans;
import org.tucai.platform.web.DaySpan;

/** Figures of money per day, and the check that the books add up. */
@Singleton
public class MoneyFigures {
    private static final Logger LOG = LoggerFactory.getLogger(MoneyFigures.class);
    private static final int MOST_FAULTS = 100;

    private final PaymentBook book;
    private final OrderRepository orders;

    MoneyFigures(PaymentBook book, OrderRepository orders) {
        this.book = book;
        this.orders = orders;
    }

    /**
     * One day, in fen. {@code received = captureFees + prints + express + notKept}.
     *
     * @param payments how many payments brought money in
     * @param notKept received but returned: paid twice, too late, a wrong amount
     * @param refunded returned to payers on this day, whenever it was received
     */
    public record Day(
            LocalDate day,
            long payments,
            long received,
            long captureFees,
            long prints,
            long express,
            long notKept,
            long refunds,
            long refunded) {}

    /**
     * Whether everything adds up.
     *
     * @param balance totals of payments and refunds, of which {@link #inHand()} is what should be at the channel
     * @param faults public numbers of payments and orders whose sums contradict each other; at most 100 of a kind
     */
    public record Check(Balance balance, List<String> faults) {
        public long inHand() {
            return balance.received() - balance.refunded() + balance.handedBack();
        }
    }

    /** Every day of the span. */
    public List<Day> days(DaySpan span) {
        Map<LocalDate, DaySum> received = byDay(span.byQuarters(book::receivedByDay));
        Map<LocalDate, DaySum> refunded = byDay(span.byQuarters(book::refundedByDay));
        Map<LocalDate, Map<LineKind, Long>> sold = span.byQuarters(orders::soldByDay).stream()
                .collect(Collectors.groupingBy(DayLineSum::day, Collectors.toMap(DayLineSum::kind, DayLineSum::minor)));
        return span.days()
                .map(day -> day(
                        received.getOrDefault(day, new DaySum(day, 0, 0)),
                        refunded.getOrDefault(day, new DaySum(day, 0, 0)),
                        sold.getOrDefault(day, Map.of())))
                .toList();
    }

    private static Day day(DaySum in, DaySum back, Map<LineKind, Long> sold) {
        long fees = sold.getOrDefault(LineKind.CAPTURE_FEE, 0L);
        long prints = sold.getOrDefault(LineKind.PRINTS, 0L);
        long express = sold.getOrDefault(LineKind.EXPRESS, 0L);
        return new Day(
                in.day(),
                in.items(),
                in.minor(),
                fees,
                prints,
                express,
                in.minor() - fees - prints - express,
                back.items(),
                back.minor());
    }

    /** Compares payments with refunds, orders with lines and payments, and payments with orders. */
    public Check check() {
        List<String> faults = new ArrayList<>();
        faults.addAll(book.outOfStep(MOST_FAULTS));
        faults.addAll(IdSpans.collect(orders.lastId(), MOST_FAULTS, orders::outOfStep));
        faults.addAll(IdSpans.collect(book.lastId(), MOST_FAULTS, orders::ownerless));
        if (!faults.isEmpty()) {
            LOG.error("The books do not add up: {}", faults);
        }
        return new Check(book.balance(), List.copyOf(faults));
    }

    private static Map<LocalDate, DaySum> byDay(List<DaySum> sums) {
        return sums.stream().collect(Collectors.toMap(DaySum::day, Function.identity()));
    }
}
