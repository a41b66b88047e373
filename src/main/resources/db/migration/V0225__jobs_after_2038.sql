-- A TIMESTAMP ends on 2038-01-19: nobody could begin in a campaign that lasts longer and is paid first, because its orders leave a job for
-- its end. 150 000 jobs took three seconds.
ALTER TABLE scheduled_tasks
    MODIFY execution_time DATETIME(6) NOT NULL,
    MODIFY last_success   DATETIME(6) NULL,
    MODIFY last_failure   DATETIME(6) NULL,
    MODIFY last_heartbeat DATETIME(6) NULL;

ALTER TABLE background_tasks
    MODIFY execution_time DATETIME(6) NOT NULL,
    MODIFY last_success   DATETIME(6) NULL,
    MODIFY last_failure   DATETIME(6) NULL,
    MODIFY last_heartbeat DATETIME(6) NULL;
