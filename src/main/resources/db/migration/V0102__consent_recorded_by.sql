ALTER TABLE consent
    ADD COLUMN recorded_by  VARCHAR(40) CHARACTER SET ascii NULL COMMENT 'the student, or the operator on site',
    ADD COLUMN withdrawn_at DATETIME(6) NULL COMMENT 'when the student gave the capture up';
UPDATE consent SET recorded_by = CONCAT('STUDENT:', account_no);
ALTER TABLE consent MODIFY COLUMN recorded_by VARCHAR(40) CHARACTER SET ascii NOT NULL COMMENT 'the student, or the operator on site';
