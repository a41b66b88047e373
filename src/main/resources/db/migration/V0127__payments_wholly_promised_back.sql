-- Whether all that came in stood promised back at once: then all that is left of it is owed. It is noted when it happens; of what happened
-- before, the refunds tell: one is promised as long as the channel has not closed it.
ALTER TABLE payment
    ADD COLUMN wholly_asked BOOLEAN NOT NULL DEFAULT FALSE AFTER refunded_minor;

UPDATE payment SET wholly_asked = TRUE
WHERE refund_count > 0 AND EXISTS (
    SELECT 1 FROM refund w
    WHERE w.payment_no = payment.no AND payment.paid_minor <= (
        SELECT SUM(e.amount_minor) FROM refund e
        WHERE e.payment_no = w.payment_no AND e.id <= w.id
          AND (e.id = w.id OR e.status <> 'CLOSED' OR e.settled_at > w.requested_at)));
