-- Closing a large campaign leaves a job for each capture: refunds and messages shall not stand behind those. Jobs of that kind that were left
-- in scheduled_tasks are worked there.
CREATE TABLE background_tasks (
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
    KEY background_tasks_execution (execution_time),
    KEY background_tasks_heartbeat (last_heartbeat)
) COMMENT 'The queue of jobs that nobody waits for; columns as in scheduled_tasks';
