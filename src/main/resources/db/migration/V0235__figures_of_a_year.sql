-- What was sold by day is read without fetching the orders' rows.
ALTER TABLE purchase_order
    DROP KEY purchase_order_paid,
    ADD KEY purchase_order_paid (paid_at, payment_no);
