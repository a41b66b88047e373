-- What was left out on purpose when the rest of a payment was promised back, the price of prints that were sent: it is not owed. Wherever
-- an order keeps some, all the rest was promised back.
ALTER TABLE payment
    ADD COLUMN kept_minor BIGINT NOT NULL DEFAULT 0 AFTER wholly_asked;

UPDATE payment JOIN purchase_order ON purchase_order.payment_no = payment.no
SET payment.kept_minor = purchase_order.kept_minor, payment.wholly_asked = TRUE
WHERE purchase_order.kept_minor > 0;
