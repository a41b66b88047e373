package org.tucai.payment.web;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tucai.payment.GatewayException;
import org.tucai.payment.PaymentGateway.BillKind;
import org.tucai.payment.PaymentProblem;
import org.tucai.payment.Reconciliation;
import org.tucai.platform.money.Money;
import org.tucai.platform.problem.FieldError;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Role;
import org.tucai.platform.time.ChinaTime;

/** 对账: our book against the channels' bills. */
@Controller("/api/v1/admin/money/reconciliations")
@Secured(Role.Names.MANAGER)
@Tag(name = "Money")
class ReconciliationController {
    private static final int FIRST_YEAR = 2000;

    private final Reconciliation reconciliation;
    private final InstantSource clock;

    ReconciliationController(Reconciliation reconciliation, InstantSource clock) {
        this.reconciliation = reconciliation;
        this.clock = clock;
    }

    /**
     * A difference between our books and the channel's bill.
     *
     * @param no our number of the payment or refund; null if it is unknown to us
     * @param ours the amount in our books; null if they have no such entry on that day
     * @param theirs the amount on the channel's bill; null if it has no such entry on that day
     */
    @Serdeable
    record ReconciliationLineView(
            String gateway,
            BillKind kind,
            @Nullable String no,
            @Nullable String channelNo,
            @Nullable Money ours,
            @Nullable Money theirs) {
        static ReconciliationLineView of(Reconciliation.Difference d) {
            return new ReconciliationLineView(
                    d.gateway(), d.kind(), d.no(), d.channelNo(), money(d.oursMinor()), money(d.theirsMinor()));
        }

        private static @Nullable Money money(@Nullable Long minor) {
            return minor == null ? null : Money.fen(minor);
        }
    }

    /** The comparison of one day. */
    @Serdeable
    record ReconciliationView(
            LocalDate day,
            boolean agrees,
            Money ourReceived,
            Money theirReceived,
            Money ourRefunded,
            Money theirRefunded,
            List<ReconciliationLineView> differences) {}

    @Get("{?day}")
    @Operation(summary = "Compares our books of one day (China time) with the payment channels' bills")
    ReconciliationView reconcile(@QueryValue LocalDate day) {
        requireBegun(day);
        try {
            Reconciliation.Day d = reconciliation.compare(day);
            return new ReconciliationView(
                    day,
                    d.differences().isEmpty(),
                    Money.fen(d.ourReceived()),
                    Money.fen(d.theirReceived()),
                    Money.fen(d.ourRefunded()),
                    Money.fen(d.theirRefunded()),
                    d.differences().stream().map(ReconciliationLineView::of).toList());
        } catch (GatewayException e) {
            throw new ProblemException(PaymentProblem.PAYMENT_CHANNEL_UNAVAILABLE);
        }
    }

    /** A day in the future has neither book nor bill, and would be reported as agreeing. */
    private void requireBegun(LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.isAfter(ChinaTime.day(clock.instant()))) {
            FieldError error = new FieldError(
                    "不能晚于今天，也不能早于 2000 年", "must not be later than today or before the year 2000", "?day");
            throw PlatformProblem.invalidFields(List.of(error));
        }
    }
}
