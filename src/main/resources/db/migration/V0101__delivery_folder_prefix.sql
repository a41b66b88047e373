ALTER TABLE delivery
    ADD COLUMN folder_prefix INT NULL COMMENT 'characters of the student number that name a folder' AFTER folder_scheme;
