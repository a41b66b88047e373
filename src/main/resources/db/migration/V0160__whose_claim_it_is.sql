-- A server cut off for longer than a claim lives writes neither over nor out what another has taken over.
ALTER TABLE idempotency_record
    ADD COLUMN server VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the run of the server that is at it' AFTER request_hash;
