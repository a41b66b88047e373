package org.tucai.platform.money;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount of money.
 *
 * @param minor in the currency's minor unit (fen), may be negative
 * @param currency ISO 4217, CNY everywhere today
 */
@Serdeable
public record Money(
        @JsonProperty(required = true) long minor,

        @NotNull @Schema(type = "string", example = "CNY") Currency currency) {
    private static final Currency CNY = Currency.getInstance("CNY");

    public static final Money ZERO = new Money(0, CNY);

    /** That many fen. */
    public static Money fen(long minor) {
        return new Money(minor, CNY);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, same(other).minor), currency);
    }

    public Money times(int count) {
        return new Money(Math.multiplyExact(minor, (long) count), currency);
    }

    public boolean isZero() {
        return minor == 0;
    }

    /** As people read it, {@code 15.00}. */
    public String decimal() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()).toPlainString();
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("currencies differ: " + currency + ", " + other.currency);
        }
        return other;
    }
}
