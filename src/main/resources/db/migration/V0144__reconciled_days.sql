-- Of which days our book was held against the channels' bills: one on which no bill was to be had, or no server ran, is caught up with.
CREATE TABLE reconciled_day (
    day DATE NOT NULL PRIMARY KEY COMMENT 'in China'
);
