CREATE TABLE staff_member (
    id            BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    no            VARCHAR(24)  CHARACTER SET ascii NOT NULL UNIQUE,
    name          VARCHAR(32)  CHARACTER SET ascii NOT NULL UNIQUE COMMENT 'to sign in with, lower case',
    display_name  VARCHAR(40)  NOT NULL,
    role          VARCHAR(32)  CHARACTER SET ascii NOT NULL,
    password_hash VARCHAR(160) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'Argon2id, PHC string',
    must_change   BOOLEAN      NOT NULL COMMENT 'the password is a one-time password',
    status        VARCHAR(32)  CHARACTER SET ascii NOT NULL,
    created_at    DATETIME(6)  NOT NULL,
    version       INT          NOT NULL,
    KEY staff_member_created (created_at, no),
    KEY staff_member_role (role, status)
) COMMENT 'Reviewers and managers';

CREATE TABLE school_client (
    id             BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    no             VARCHAR(24) CHARACTER SET ascii NOT NULL UNIQUE,
    school_no      VARCHAR(24) CHARACTER SET ascii NOT NULL,
    name           VARCHAR(40) NOT NULL,
    secret_hash    CHAR(43)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 of 256 random bits',
    previous_hash  CHAR(43)    CHARACTER SET ascii COLLATE ascii_bin NULL,
    previous_until DATETIME(6) NULL COMMENT 'the former secret is good until then',
    status         VARCHAR(32) CHARACTER SET ascii NOT NULL,
    created_at     DATETIME(6) NOT NULL,
    version        INT         NOT NULL,
    KEY school_client_created (created_at, no),
    KEY school_client_school (school_no)
) COMMENT 'Programs of schools';
