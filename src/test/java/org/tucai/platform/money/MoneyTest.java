package org.tucai.platform.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import org.junit.jupiter.api.Test;

class MoneyTest {
    @Test
    void addsOnlyWhatIsOfOneCurrency() {
        Money dollars = new Money(100, Currency.getInstance("USD"));

        assertThat(Money.fen(150).plus(Money.fen(1350))).isEqualTo(Money.fen(1500));
        assertThatThrownBy(() -> Money.fen(150).plus(dollars)).hasMessageContaining("CNY, USD");
    }

    @Test
    void isReadInYuanWithBothDecimals() {
        assertThat(Money.fen(1500).decimal()).isEqualTo("15.00");
        assertThat(Money.fen(5).decimal()).isEqualTo("0.05");
        assertThat(Money.fen(-1050).decimal()).isEqualTo("-10.50");
    }

    @Test
    void refusesSumsThatDoNotFit() {
        assertThatThrownBy(() -> Money.fen(Long.MAX_VALUE).plus(Money.fen(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.fen(Long.MAX_VALUE).times(2)).isInstanceOf(ArithmeticException.class);
    }
}
