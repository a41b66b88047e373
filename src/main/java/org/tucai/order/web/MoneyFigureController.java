package org.tucai.order.web;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.tucai.order.MoneyFigures;
import org.tucai.platform.money.Money;
import org.tucai.platform.security.Role;
import org.tucai.platform.web.DaySpan;

/** Daily totals of money, and whether the books add up. */
@Controller("/api/v1/admin/money")
@Secured(Role.Names.MANAGER)
@Tag(name = "Money")
class MoneyFigureController {
    private final MoneyFigures figures;

    MoneyFigureController(MoneyFigures figures) {
        this.figures = figures;
    }

    /**
     * Totals of one day, China time. {@code received = captureFees + prints + express + notKept}.
     *
     * @param payments number of payments that brought money in
     * @param notKept money received but not kept, which is refunded automatically
     * @param refunds number of refunds that reached the payer
     */
    @Serdeable
    record MoneyDayView(
            LocalDate day,
            long payments,
            Money received,
            Money captureFees,
            Money prints,
            Money express,
            Money notKept,
            long refunds,
            Money refunded) {
        static MoneyDayView of(MoneyFigures.Day day) {
            return new MoneyDayView(
                    day.day(),
                    day.payments(),
                    Money.fen(day.received()),
                    Money.fen(day.captureFees()),
                    Money.fen(day.prints()),
                    Money.fen(day.express()),
                    Money.fen(day.notKept()),
                    day.refunds(),
                    Money.fen(day.refunded()));
        }
    }

    /**
     * All-time totals, and whether they add up.
     *
     * @param promised refunds requested, completed or not
     * @param owedByHand part of {@code promised} that the channel no longer accepts and a person has to refund by hand
     * @param handedBack part of {@code refunded} that a person refunded outside the channel
     * @param balance {@code received} less what the channel refunded: what the channel should hold
     * @param faults public numbers of payments and orders whose sums are inconsistent
     */
    @Serdeable
    record MoneyCheckView(
            boolean addsUp,
            Money received,
            Money promised,
            Money refunded,
            Money owedByHand,
            Money handedBack,
            Money balance,
            List<String> faults) {}

    @Get("/days{?from,to}")
    @Operation(summary = "Lists money totals by day (China time, both ends included, at most 366 days)")
    @ApiResponse(responseCode = "200", description = "One entry per day")
    List<MoneyDayView> listMoneyDays(@QueryValue LocalDate from, @QueryValue LocalDate to) {
        return figures.days(DaySpan.asked(from, to)).stream()
                .map(MoneyDayView::of)
                .toList();
    }

    @Get("/check")
    @Operation(summary = "Checks payments, refunds and orders against each other")
    MoneyCheckView checkMoney() {
        MoneyFigures.Check check = figures.check();
        return new MoneyCheckView(
                check.faults().isEmpty(),
                Money.fen(check.balance().received()),
                Money.fen(check.balance().promised()),
                Money.fen(check.balance().refunded()),
                Money.fen(check.balance().owedByHand()),
                Money.fen(check.balance().handedBack()),
                Money.fen(check.inHand()),
                check.faults());
    }
}
