-- Who asked for a refund, with which Idempotency-Key: asked again, it is the same refund, however long ago and whatever became of the
-- first answer. NULL for refunds that the program gives by itself.
ALTER TABLE refund
    ADD COLUMN request_key VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL AFTER requested_by,
    ADD UNIQUE KEY refund_request (requested_by, request_key);
