CREATE TABLE known_address (
    id          BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    address_key CHAR(43)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE COMMENT 'keyed hash of a person and an address',
    seen_at     DATETIME(6) NOT NULL COMMENT 'the last sign-in',
    KEY known_address_seen (seen_at)
) COMMENT 'From where somebody signed in of late';
