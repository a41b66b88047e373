-- The calendar years that came with the program which last ran on this database: where a newer one brings others, deadlines are counted anew.
CREATE TABLE shipped_year (
    year        SMALLINT NOT NULL PRIMARY KEY,
    off_days    VARCHAR(4000) CHARACTER SET ascii NOT NULL COMMENT 'ISO dates, comma-separated',
    worked_days VARCHAR(2000) CHARACTER SET ascii NOT NULL COMMENT 'ISO dates, comma-separated'
);
