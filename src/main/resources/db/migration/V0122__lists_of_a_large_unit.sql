-- What grows with the years is read in the order of an index: a page of a list by its filter, a batch of a job by the number it goes on from.
ALTER TABLE capture
    DROP KEY capture_verified,
    ADD KEY capture_newest (created_at, no),
    ADD KEY capture_status (status, created_at, no),
    ADD KEY capture_campaign_newest (campaign_no, created_at, no),
    ADD KEY capture_campaign_no (campaign_no, no),
    -- facts are kept while it has not ended
    ADD KEY capture_kept (status, ended_at, no, changed_at),
    ADD KEY capture_accepted (school_no, ended_at, accepted_at, no),
    ADD KEY capture_concluded (conclusion, school_no, changed_at, no);

ALTER TABLE review
    DROP KEY review_decided,
    ADD KEY review_decided (decided_at, status, decided_by, decision, due_at),
    ADD KEY review_campaign_queue (campaign_no, status, due_at, id);

ALTER TABLE photo_package
    ADD KEY photo_package_status (status, created_at, no);

ALTER TABLE conclusion
    DROP KEY conclusion_waiting,
    ADD KEY conclusion_status (status, received_at, no),
    ADD KEY conclusion_label (label, received_at, no, status);

ALTER TABLE proofreading
    DROP KEY proofreading_status,
    ADD KEY proofreading_status (status, opened_at, no),
    ADD KEY proofreading_campaign (campaign_no, status, opened_at, no),
    ADD KEY proofreading_campaign_newest (campaign_no, opened_at, no),
    ADD KEY proofreading_open (status, no);

ALTER TABLE purchase_order
    DROP KEY purchase_order_campaign,
    DROP KEY purchase_order_account,
    ADD KEY purchase_order_account (account_no, placed_at, no),
    ADD KEY purchase_order_campaign (campaign_no, placed_at, no, status),
    ADD KEY purchase_order_status (status, placed_at, no, campaign_no),
    ADD KEY purchase_order_paid (paid_at);

ALTER TABLE payment
    DROP KEY payment_open,
    ADD KEY payment_status (status, created_at, no),
    ADD KEY payment_give_back (give_back),
    -- here and below: figures of days are counted from the index alone
    DROP KEY payment_paid,
    ADD KEY payment_paid (paid_at, paid_minor);

ALTER TABLE refund
    DROP KEY refund_settled,
    ADD KEY refund_settled (settled_at, status, amount_minor);

ALTER TABLE print_shipment
    ADD KEY print_shipment_campaign (campaign_no, created_at, no);

ALTER TABLE state_transition
    DROP KEY state_transition_at,
    ADD KEY state_transition_at (kind, at, to_state, subject);
