-- The price of prints that were sent and is not given back when the order ends with a refund that follows from something else.
ALTER TABLE purchase_order
    ADD COLUMN kept_minor BIGINT NOT NULL DEFAULT 0 AFTER refunded_minor;
