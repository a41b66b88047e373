-- 20 spans of 17 days
ALTER TABLE calendar_year
    MODIFY off_days VARCHAR(4000) CHARACTER SET ascii NOT NULL COMMENT 'ISO dates, comma-separated';
