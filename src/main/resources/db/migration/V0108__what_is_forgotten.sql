-- What says something of a person goes when the capture is forgotten (docs/adr/0021).
ALTER TABLE photo
    MODIFY COLUMN upload_hash BINARY(32) NULL COMMENT 'SHA-256 of the upload; NULL once forgotten',
    MODIFY COLUMN report MEDIUMTEXT NULL COMMENT 'what the checks found; NULL once forgotten';

ALTER TABLE conclusion
    MODIFY COLUMN student_key VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'NULL once the capture is forgotten',
    ADD KEY conclusion_waiting (status, received_at);

ALTER TABLE dispute
    MODIFY COLUMN words VARCHAR(300) NULL COMMENT 'NULL once the capture is forgotten',
    ADD KEY dispute_capture (capture_no);

ALTER TABLE print_shipment
    ADD KEY print_shipment_capture (capture_no);

ALTER TABLE last_four_tries
    ADD COLUMN entered_at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) COMMENT 'when the last entry was counted',
    ADD KEY last_four_tries_entered (entered_at);
ALTER TABLE last_four_tries ALTER COLUMN entered_at DROP DEFAULT;

-- Captures that were forgotten before are forgotten of the same.
UPDATE photo p JOIN capture c ON c.no = p.capture_no JOIN campaign k ON k.no = c.campaign_no
SET p.report = NULL, p.jpeg_hash = NULL, p.jpeg_bytes = NULL,
    p.upload_hash = IF(k.status = 'OPEN' AND p.no IN (SELECT photo_no FROM rejection), p.upload_hash, NULL)
WHERE c.facts_sealed IS NULL;
UPDATE conclusion x JOIN capture c ON c.no = x.capture_no SET x.student_key = NULL WHERE c.facts_sealed IS NULL;
UPDATE dispute d JOIN capture c ON c.no = d.capture_no SET d.words = NULL, d.answer = NULL WHERE c.facts_sealed IS NULL;
UPDATE photo_package k JOIN capture c ON c.no = k.capture_no
SET k.reason = NULL, k.last_failure = NULL WHERE c.facts_sealed IS NULL;
UPDATE proofreading p JOIN capture c ON c.no = p.capture_no
SET p.resolution_note = NULL, p.note_sealed = NULL, p.reason = NULL WHERE c.facts_sealed IS NULL;
UPDATE rejection r JOIN capture c ON c.no = r.capture_no SET r.reasons = '', r.note = NULL WHERE c.facts_sealed IS NULL;
UPDATE review r JOIN capture c ON c.no = r.capture_no SET r.reasons = NULL, r.note = NULL WHERE c.facts_sealed IS NULL;
UPDATE print_shipment s JOIN capture c ON c.no = s.capture_no SET s.tracking_no = NULL WHERE c.facts_sealed IS NULL;

-- Reminders left for midnight go out at nine in the morning.
UPDATE scheduled_tasks SET execution_time = execution_time + INTERVAL 9 HOUR WHERE task_name = 'remind-proofreading';
