CREATE TABLE account (
    id                BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    no                VARCHAR(24) CHARACTER SET ascii NOT NULL UNIQUE,
    phone             TEXT        CHARACTER SET ascii NULL COMMENT 'sealed',
    phone_index       CHAR(43)    CHARACTER SET ascii COLLATE ascii_bin NULL UNIQUE COMMENT 'keyed hash',
    phone_verified_at DATETIME(6) NULL,
    openid            TEXT        CHARACTER SET ascii NULL COMMENT 'sealed',
    openid_index      CHAR(43)    CHARACTER SET ascii COLLATE ascii_bin NULL UNIQUE COMMENT 'keyed hash',
    language          VARCHAR(32) CHARACTER SET ascii NOT NULL,
    created_at        DATETIME(6) NOT NULL,
    version           INT         NOT NULL
) COMMENT 'Students'' accounts: a phone number, a WeChat id, or both';

CREATE TABLE sms_code (
    id          BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    phone_index CHAR(43)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE COMMENT 'keyed hash',
    code_hash   CHAR(43)    CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'keyed hash of phone and code; NULL once used',
    sent_at     DATETIME(6) NULL,
    wrong_tries INT         NOT NULL,
    day         DATE        NULL COMMENT 'in China',
    sent_on_day INT         NOT NULL,
    KEY sms_code_sent (sent_at)
) COMMENT 'The one code a phone number may be proved with';
