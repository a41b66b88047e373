-- What is looked up by a keyed hash is hashed as it was when the data began, whichever algorithms work by now.
ALTER TABLE vault_check
    ADD COLUMN algorithms VARCHAR(16) CHARACTER SET ascii NOT NULL DEFAULT 'INTERNATIONAL'
        COMMENT 'those of the setting when this generation began; the first row''s make every keyed hash';
