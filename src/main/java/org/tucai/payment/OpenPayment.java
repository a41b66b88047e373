package org.tucai.payment;

import java.time.Instant;
import org.tucai.platform.money.Money;

/**
 * A wish for money.
 *
 * @param subjectNo public number of what is paid for
 * @param payerNo account number
 * @param description what the payer reads on the payment sheet, at most 60 characters
 * @param amount above zero
 * @param expiresAt when it is no longer wanted
 */
public record OpenPayment(String subjectNo, String payerNo, String description, Money amount, Instant expiresAt) {}
