CREATE TABLE code_key (
    id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    kid        VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
    sealed_key VARCHAR(200) CHARACTER SET ascii NOT NULL,
    status     VARCHAR(32)  CHARACTER SET ascii NOT NULL,
    created_at DATETIME(6)  NOT NULL,
    retired_at DATETIME(6)  NULL,
    version    INT          NOT NULL
) COMMENT 'Keys shared with the authority, with which capture codes open';

CREATE TABLE opened_code (
    id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    no              VARCHAR(24)  CHARACTER SET ascii NOT NULL UNIQUE,
    account_no      VARCHAR(24)  CHARACTER SET ascii NOT NULL,
    enrolment_index VARCHAR(43)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'keyed hash of the enrolment number',
    sealed_code     VARCHAR(4000) CHARACTER SET ascii NOT NULL,
    created_at      DATETIME(6)  NOT NULL,
    expires_at      DATETIME(6)  NOT NULL,
    confirmed_at    DATETIME(6)  NULL,
    version         INT          NOT NULL,
    KEY opened_code_expires (expires_at)
) COMMENT 'Codes a student has opened; deleted soon after they expire';

CREATE TABLE last_four_tries (
    id           BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    scope        VARCHAR(32) CHARACTER SET ascii NOT NULL,
    subject      VARCHAR(43) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'account number, or keyed hash of the enrolment number',
    wrong        INT         NOT NULL,
    locked_until DATETIME(6) NULL,
    UNIQUE KEY last_four_tries_subject (scope, subject)
) COMMENT 'Wrong entries of the last four characters of the ID number';
