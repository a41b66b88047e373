CREATE TABLE calendar_year (
    id          BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    year        INT           NOT NULL UNIQUE,
    source      VARCHAR(200)  NOT NULL,
    off_days    VARCHAR(2000) CHARACTER SET ascii NOT NULL COMMENT 'ISO dates, comma-separated',
    worked_days VARCHAR(500)  CHARACTER SET ascii NOT NULL,
    loaded_at   DATETIME(6)   NOT NULL,
    loaded_by   VARCHAR(40)   CHARACTER SET ascii NOT NULL,
    version     INT           NOT NULL
) COMMENT 'Calendar years loaded by a manager; they win over those shipped with the program';
