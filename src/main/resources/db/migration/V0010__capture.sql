CREATE TABLE capture (
    id             BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    no             VARCHAR(24) CHARACTER SET ascii NOT NULL UNIQUE,
    account_no     VARCHAR(24) CHARACTER SET ascii NOT NULL,
    campaign_no    VARCHAR(24) CHARACTER SET ascii NOT NULL,
    school_no      VARCHAR(24) CHARACTER SET ascii NOT NULL,
    enrolment_key  VARCHAR(43) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'blind index of the enrolment; NULL once deleted',
    live_key       VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NULL UNIQUE COMMENT 'enrolment and campaign while live',
    student_key    VARCHAR(43) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'blind index of 学生唯一编号',
    facts_sealed   TEXT        CHARACTER SET ascii NULL COMMENT 'what the code says, sealed; NULL once deleted',
    status         VARCHAR(32) CHARACTER SET ascii NOT NULL,
    photo_no       VARCHAR(24) CHARACTER SET ascii NULL,
    tries_used     INT         NOT NULL,
    conclusion     VARCHAR(40) NULL COMMENT 'of the identity verification, as the authority words it',
    created_at     DATETIME(6) NOT NULL,
    submitted_at   DATETIME(6) NULL,
    accepted_at    DATETIME(6) NULL,
    verified_at    DATETIME(6) NULL,
    ended_at       DATETIME(6) NULL,
    changed_at     DATETIME(6) NOT NULL,
    version        INT         NOT NULL,
    KEY capture_account (account_no, created_at),
    KEY capture_enrolment (enrolment_key),
    KEY capture_student (student_key),
    KEY capture_campaign (campaign_no, status),
    KEY capture_school (school_no, status, changed_at, no),
    KEY capture_verified (status, verified_at)
);

CREATE TABLE consent (
    id           BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    capture_no   VARCHAR(24) CHARACTER SET ascii NOT NULL,
    account_no   VARCHAR(24) CHARACTER SET ascii NOT NULL,
    kind         VARCHAR(32) CHARACTER SET ascii NOT NULL,
    text_version VARCHAR(20) CHARACTER SET ascii NOT NULL,
    given_at     DATETIME(6) NOT NULL,
    UNIQUE KEY consent_once (capture_no, kind)
) COMMENT 'Kept at least three years after the capture is deleted (PIPL 56)';

CREATE TABLE upload_ticket (
    id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    no         VARCHAR(24) CHARACTER SET ascii NOT NULL UNIQUE,
    capture_no VARCHAR(24) CHARACTER SET ascii NOT NULL,
    account_no VARCHAR(24) CHARACTER SET ascii NOT NULL,
    source     VARCHAR(32) CHARACTER SET ascii NOT NULL,
    photo_no   VARCHAR(24) CHARACTER SET ascii NULL COMMENT 'what it was used for',
    expires_at DATETIME(6) NOT NULL,
    version    INT         NOT NULL,
    KEY upload_ticket_expiry (expires_at)
);

CREATE TABLE photo (
    id              BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    no              VARCHAR(24) CHARACTER SET ascii NOT NULL UNIQUE,
    capture_no      VARCHAR(24) CHARACTER SET ascii NOT NULL,
    ticket_no       VARCHAR(24) CHARACTER SET ascii NOT NULL UNIQUE,
    source          VARCHAR(32) CHARACTER SET ascii NOT NULL,
    status          VARCHAR(32) CHARACTER SET ascii NOT NULL,
    upload_hash     BINARY(32)  NOT NULL COMMENT 'SHA-256 of the upload',
    verdict         VARCHAR(16) CHARACTER SET ascii NOT NULL,
    profile         VARCHAR(40) CHARACTER SET ascii NOT NULL,
    profile_version INT         NOT NULL,
    report          MEDIUMTEXT  NOT NULL,
    blob_key        VARCHAR(32) CHARACTER SET ascii NULL COMMENT 'the standard picture; NULL when unusable or deleted',
    original_key    VARCHAR(32) CHARACTER SET ascii NULL COMMENT 'the upload, for the reviewer; deleted on acceptance',
    jpeg_hash       BINARY(32)  NULL COMMENT 'SHA-256 of the standard picture',
    jpeg_bytes      INT         NULL,
    taken_at        DATETIME(6) NOT NULL,
    version         INT         NOT NULL,
    KEY photo_capture (capture_no, id)
);

CREATE TABLE rejection (
    id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    capture_no  VARCHAR(24)  CHARACTER SET ascii NOT NULL,
    photo_no    VARCHAR(24)  CHARACTER SET ascii NOT NULL,
    reasons     VARCHAR(400) CHARACTER SET ascii NOT NULL COMMENT 'codes, comma-separated',
    note        VARCHAR(200) NULL,
    rejected_by VARCHAR(40)  CHARACTER SET ascii NOT NULL,
    rejected_at DATETIME(6)  NOT NULL,
    KEY rejection_capture (capture_no, id)
);
