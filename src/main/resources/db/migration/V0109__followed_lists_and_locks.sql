-- Schools follow which captures have ended; of those forgotten in their time the audit trail knows when.
UPDATE capture SET ended_at = (
    SELECT MAX(a.at) FROM audit_entry a WHERE a.subject = capture.no AND a.action = 'capture-forgotten')
WHERE ended_at IS NULL AND facts_sealed IS NULL;
ALTER TABLE capture ADD KEY capture_ended (school_no, ended_at, no);
ALTER TABLE delivery_item ADD KEY delivery_item_capture (capture_no);

-- By which a manager finds the lock a student speaks of.
ALTER TABLE last_four_tries
    ADD COLUMN code_no VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'opened code that last met the lock',
    ADD KEY last_four_tries_code (code_no),
    ADD KEY last_four_tries_locked (locked_until);
