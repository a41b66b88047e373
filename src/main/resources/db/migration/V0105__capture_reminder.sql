CREATE TABLE capture_reminder (
    capture_no     VARCHAR(24) CHARACTER SET ascii NOT NULL,
    window_ends_at DATETIME(6) NOT NULL COMMENT 'the deadline the student was reminded of',
    reminded_at    DATETIME(6) NOT NULL,
    PRIMARY KEY (capture_no, window_ends_at)
) COMMENT 'Once for each window';

ALTER TABLE state_transition
    ADD KEY state_transition_at (kind, at);
