CREATE TABLE message (
    id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    no         VARCHAR(24) CHARACTER SET ascii NOT NULL UNIQUE,
    account_no VARCHAR(24) CHARACTER SET ascii NOT NULL,
    template   VARCHAR(32) CHARACTER SET ascii NOT NULL,
    content    TEXT        CHARACTER SET ascii NOT NULL COMMENT 'sealed JSON of the values',
    subject    VARCHAR(80) CHARACTER SET ascii NOT NULL,
    created_at DATETIME(6) NOT NULL,
    read_at    DATETIME(6) NULL,
    KEY message_account (account_no, created_at, no),
    KEY message_unread (account_no, read_at)
) COMMENT 'What students read in the app';

CREATE TABLE message_delivery (
    id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    no         VARCHAR(24) CHARACTER SET ascii NOT NULL UNIQUE,
    account_no VARCHAR(24) CHARACTER SET ascii NULL COMMENT 'NULL: to a bare phone number',
    channel    VARCHAR(32) CHARACTER SET ascii NOT NULL,
    template   VARCHAR(32) CHARACTER SET ascii NOT NULL,
    language   VARCHAR(32) CHARACTER SET ascii NOT NULL COMMENT 'of a bare number; accounts have their own',
    recipient  TEXT        CHARACTER SET ascii NULL COMMENT 'sealed phone, gone when settled',
    content    TEXT        CHARACTER SET ascii NULL COMMENT 'sealed JSON of the values, gone when settled',
    expires_at DATETIME(6) NULL COMMENT 'worthless from then on',
    status     VARCHAR(32) CHARACTER SET ascii NOT NULL,
    outcome    VARCHAR(40) CHARACTER SET ascii NULL COMMENT 'the channel''s code, or why nothing was sent',
    created_at DATETIME(6) NOT NULL,
    settled_at DATETIME(6) NULL,
    version    INT         NOT NULL,
    KEY message_delivery_account (account_no, created_at),
    KEY message_delivery_settled (settled_at)
) COMMENT 'What leaves by SMS or subscribe message';

CREATE TABLE subscription_tick (
    id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    account_no VARCHAR(24) CHARACTER SET ascii NOT NULL,
    template   VARCHAR(32) CHARACTER SET ascii NOT NULL,
    remaining  INT         NOT NULL,
    UNIQUE KEY subscription_tick_template (account_no, template)
) COMMENT 'One tick, one subscribe message; the count is ours to keep';

CREATE TABLE sandbox_message (
    id          BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    delivery_no VARCHAR(24) CHARACTER SET ascii NOT NULL UNIQUE,
    channel     VARCHAR(32) CHARACTER SET ascii NOT NULL,
    template    VARCHAR(32) CHARACTER SET ascii NOT NULL,
    recipient   CHAR(43)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'keyed hash',
    content     TEXT        CHARACTER SET ascii NOT NULL COMMENT 'sealed text as sent',
    sent_at     DATETIME(6) NOT NULL,
    KEY sandbox_message_recipient (recipient, sent_at),
    KEY sandbox_message_sent (sent_at)
) COMMENT 'Sandbox only: what the pretended channels took, kept a day';
