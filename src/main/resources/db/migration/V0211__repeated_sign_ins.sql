-- A phone that loses the answer to its sign-in repeats the request: the code that it used is known by the request's key for a short time.
ALTER TABLE sms_code
    ADD COLUMN use_hash CHAR(43) CHARACTER SET ascii COLLATE ascii_bin NULL
        COMMENT 'keyed hash of phone, code and the key of the request that used it' AFTER code_hash,
    ADD COLUMN used_at DATETIME(6) NULL AFTER use_hash;
