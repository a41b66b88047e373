CREATE TABLE login_session (
    id           BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    no           VARCHAR(24) CHARACTER SET ascii NOT NULL UNIQUE,
    subject      VARCHAR(24) CHARACTER SET ascii NOT NULL,
    role         VARCHAR(32) CHARACTER SET ascii NOT NULL,
    device       VARCHAR(80) NOT NULL,
    generation   INT         NOT NULL COMMENT 'of the one refresh token that is still good',
    created_at   DATETIME(6) NOT NULL,
    refreshed_at DATETIME(6) NOT NULL,
    idle_until   DATETIME(6) NOT NULL COMMENT 'last instant to refresh, moved by each refresh',
    ends_at      DATETIME(6) NOT NULL COMMENT 'never moved',
    ended_at     DATETIME(6) NULL,
    end_cause    VARCHAR(32) CHARACTER SET ascii NULL,
    version      INT         NOT NULL,
    KEY login_session_subject (subject, ended_at),
    KEY login_session_ended (ended_at),
    KEY login_session_idle (idle_until)
) COMMENT 'Who is signed in where';

CREATE TABLE login_try (
    id           BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    try_key      CHAR(43)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE COMMENT 'keyed hash of a name or address',
    failures     INT         NOT NULL,
    since        DATETIME(6) NOT NULL,
    locked_until DATETIME(6) NULL,
    KEY login_try_since (since)
) COMMENT 'Wrong tries, counted over a window';
