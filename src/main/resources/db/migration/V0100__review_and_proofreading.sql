ALTER TABLE review
    ADD COLUMN decided_as VARCHAR(16) CHARACTER SET ascii NULL COMMENT 'the role in which decided_by decided' AFTER decided_by;

ALTER TABLE proofreading
    ADD COLUMN asked_at DATETIME(6) NULL COMMENT 'when the last round began' AFTER opened_at;
UPDATE proofreading SET asked_at = opened_at;
ALTER TABLE proofreading MODIFY COLUMN asked_at DATETIME(6) NOT NULL COMMENT 'when the last round began';
