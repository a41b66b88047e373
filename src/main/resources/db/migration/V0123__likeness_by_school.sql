-- A photo is held against all of its school that are kept: their likenesses lie side by side in one index, as numbers, which are counted
-- ten times as fast as text.
ALTER TABLE photo
    ADD COLUMN school_no VARCHAR(24) CHARACTER SET ascii NULL COMMENT 'NULL in rows from before this column of which no likeness is kept',
    ADD COLUMN likeness_1 BIGINT UNSIGNED AS (CAST(CONV(HEX(SUBSTR(likeness, 1, 8)), 16, 10) AS UNSIGNED)) VIRTUAL,
    ADD COLUMN likeness_2 BIGINT UNSIGNED AS (CAST(CONV(HEX(SUBSTR(likeness, 9, 8)), 16, 10) AS UNSIGNED)) VIRTUAL,
    ADD COLUMN likeness_3 BIGINT UNSIGNED AS (CAST(CONV(HEX(SUBSTR(likeness, 17, 8)), 16, 10) AS UNSIGNED)) VIRTUAL,
    ADD COLUMN likeness_4 BIGINT UNSIGNED AS (CAST(CONV(HEX(SUBSTR(likeness, 25, 8)), 16, 10) AS UNSIGNED)) VIRTUAL;
UPDATE photo p JOIN capture c ON c.no = p.capture_no SET p.school_no = c.school_no WHERE p.likeness IS NOT NULL;
ALTER TABLE photo ADD KEY photo_alike (school_no, likeness_1, likeness_2, likeness_3, likeness_4);
