CREATE TABLE photo_package (
    id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    no           VARCHAR(24)  CHARACTER SET ascii NOT NULL UNIQUE,
    capture_no   VARCHAR(24)  CHARACTER SET ascii NOT NULL,
    photo_no     VARCHAR(24)  CHARACTER SET ascii NOT NULL UNIQUE COMMENT 'a photo is forwarded once',
    status       VARCHAR(32)  CHARACTER SET ascii NOT NULL,
    created_at   DATETIME(6)  NOT NULL,
    answered_at  DATETIME(6)  NULL,
    receipt_no   VARCHAR(40)  NULL,
    reason       VARCHAR(200) NULL,
    tries        INT          NOT NULL,
    last_failure VARCHAR(200) NULL,
    failed_at    DATETIME(6)  NULL,
    version      INT          NOT NULL,
    KEY photo_package_capture (capture_no),
    KEY photo_package_created (created_at, no)
);
