package org.tucai.payment;

import org.tucai.platform.money.Money;
import org.tucai.platform.security.Actor;

/**
 * A wish to give money back.
 *
 * @param amount above zero
 * @param reason what the payer reads, cut to 80 characters
 * @param by who asks; a person's wish may be vetoed, the program's may not
 */
public record RequestRefund(String paymentNo, Money amount, String reason, Actor by) {}
