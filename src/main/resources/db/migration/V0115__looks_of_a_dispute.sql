CREATE TABLE review_look (
    id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    review_no   VARCHAR(24)  CHARACTER SET ascii NOT NULL,
    capture_no  VARCHAR(24)  CHARACTER SET ascii NOT NULL,
    reviewer_no VARCHAR(24)  CHARACTER SET ascii NOT NULL,
    decision    VARCHAR(16)  CHARACTER SET ascii NOT NULL,
    reasons     VARCHAR(400) CHARACTER SET ascii NOT NULL,
    note        VARCHAR(200) NULL,
    looked_at   DATETIME(6)  NOT NULL,
    KEY review_look_review (review_no, id),
    KEY review_look_capture (capture_no)
) COMMENT 'What each of four eyes said that did not decide; for the manager who settles';
