-- A manager may have an accepted photo taken again although the student reported nothing: what people read must tell the two apart.
-- The words may be the answer to a school's dispute, which has up to 300 characters.
ALTER TABLE rejection
    ADD COLUMN ordered BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'a manager took the acceptance back',
    MODIFY COLUMN note VARCHAR(300) NULL;
