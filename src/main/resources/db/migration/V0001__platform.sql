CREATE TABLE vault_check (
    id         TINYINT     NOT NULL PRIMARY KEY,
    sealed     VARBINARY(200) NOT NULL,
    created_at DATETIME(6) NOT NULL
) COMMENT 'One row sealed with the key file: proves at start that the file belongs to this data';

CREATE TABLE state_transition (
    id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    kind       VARCHAR(32) CHARACTER SET ascii NOT NULL,
    subject    VARCHAR(32) CHARACTER SET ascii NOT NULL,
    from_state VARCHAR(32) CHARACTER SET ascii NULL,
    to_state   VARCHAR(32) CHARACTER SET ascii NOT NULL,
    cause      VARCHAR(80) NOT NULL,
    actor      VARCHAR(40) CHARACTER SET ascii NOT NULL,
    at         DATETIME(6) NOT NULL,
    KEY state_transition_subject (subject, id)
);

CREATE TABLE audit_entry (
    id      BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    no      VARCHAR(24)  CHARACTER SET ascii NOT NULL UNIQUE,
    at      DATETIME(6)  NOT NULL,
    actor   VARCHAR(40)  CHARACTER SET ascii NOT NULL,
    action  VARCHAR(60)  CHARACTER SET ascii NOT NULL,
    subject VARCHAR(80)  CHARACTER SET ascii NOT NULL,
    detail  VARCHAR(400) NOT NULL,
    KEY audit_entry_at (at, no),
    KEY audit_entry_subject (subject, at),
    KEY audit_entry_actor (actor, at)
) COMMENT 'Insert only';

CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'audit_entry is insert-only';

CREATE TABLE idempotency_record (
    id           BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    caller       VARCHAR(80) CHARACTER SET ascii NOT NULL,
    request_key  VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    request_hash BINARY(32)  NOT NULL,
    status       SMALLINT    NULL COMMENT 'NULL while the first request runs',
    headers      TEXT        NULL,
    body         MEDIUMTEXT  NULL,
    created_at   DATETIME(6) NOT NULL,
    UNIQUE KEY idempotency_record_key (caller, request_key),
    KEY idempotency_record_created (created_at)
);

CREATE TABLE scheduled_tasks (
    task_name            VARCHAR(80)  NOT NULL,
    task_instance        VARCHAR(120) NOT NULL,
    task_data            BLOB,
    execution_time       TIMESTAMP(6) NOT NULL,
    picked               BOOLEAN      NOT NULL,
    picked_by            VARCHAR(50),
    last_success         TIMESTAMP(6) NULL,
    last_failure         TIMESTAMP(6) NULL,
    consecutive_failures INT,
    last_heartbeat       TIMESTAMP(6) NULL,
    version              BIGINT       NOT NULL,
    priority             SMALLINT,
    PRIMARY KEY (task_name, task_instance),
    KEY scheduled_tasks_execution (execution_time),
    KEY scheduled_tasks_heartbeat (last_heartbeat)
) COMMENT 'The job queue; columns as db-scheduler wants them';

CREATE TABLE failed_job (
    id        BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    no        VARCHAR(24)  CHARACTER SET ascii NOT NULL UNIQUE,
    type      VARCHAR(60)  CHARACTER SET ascii NOT NULL,
    subject   VARCHAR(80)  CHARACTER SET ascii NOT NULL,
    reason    VARCHAR(400) NOT NULL,
    tries     INT          NOT NULL,
    failed_at DATETIME(6)  NOT NULL,
    KEY failed_job_at (failed_at, no)
) COMMENT 'Jobs given up; a manager starts them again or drops them';
