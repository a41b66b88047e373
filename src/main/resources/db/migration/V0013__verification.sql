CREATE TABLE conclusion_label_reference (
    code     VARCHAR(32) CHARACTER SET ascii NOT NULL PRIMARY KEY,
    zh       VARCHAR(20) NOT NULL UNIQUE,
    en       VARCHAR(60) NOT NULL,
    doubtful BOOLEAN     NOT NULL COMMENT 'the school has to follow it up',
    current  BOOLEAN     NOT NULL COMMENT 'used by the authority since 2022-10',
    position INT         NOT NULL
) COMMENT 'The words of the authority; a new one is a new row';

INSERT INTO conclusion_label_reference (code, zh, en, doubtful, current, position) VALUES
    ('SAME', '同一人', 'same person', FALSE, TRUE, 1),
    ('PROBABLY_SAME', '可能同一人', 'probably the same person', FALSE, TRUE, 2),
    ('PROBABLY_NOT_SAME', '可能非同一人', 'probably not the same person', TRUE, TRUE, 3),
    ('NOT_SAME', '非同一人', 'not the same person', TRUE, TRUE, 4),
    ('UNCERTAIN', '不确定', 'uncertain', TRUE, FALSE, 5);

CREATE TABLE conclusion (
    id             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    no             VARCHAR(24)  CHARACTER SET ascii NOT NULL UNIQUE,
    message_no     VARCHAR(40)  NOT NULL,
    student_key    VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    sealed_student VARCHAR(400) CHARACTER SET ascii NULL COMMENT 'kept while no capture is found for it',
    package_no     VARCHAR(24)  CHARACTER SET ascii NOT NULL COMMENT 'empty when the authority names none',
    capture_no     VARCHAR(24)  CHARACTER SET ascii NULL,
    label          VARCHAR(20)  NOT NULL,
    concluded_at   DATETIME(6)  NOT NULL,
    source         VARCHAR(32)  CHARACTER SET ascii NOT NULL,
    status         VARCHAR(32)  CHARACTER SET ascii NOT NULL,
    received_at    DATETIME(6)  NOT NULL,
    version        INT          NOT NULL,
    UNIQUE KEY conclusion_once (student_key, package_no, concluded_at, label),
    KEY conclusion_capture (capture_no, concluded_at),
    KEY conclusion_received (received_at, no)
);
