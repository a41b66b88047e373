-- A server cut off for longer than a claim lives writes neither over nor out what another has taken over.
ALTER TABLE idempotency_record
    ADD COLUMN server VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the run of the server that is at it' AFTER request_hash;

CREATE TABLE server_place (
    place   VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY COMMENT 'machine and data folder',
    seen_at DATETIME(6)  NOT NULL COMMENT 'by the clock of the database'
) COMMENT 'Where servers work on this database: there should be one';
