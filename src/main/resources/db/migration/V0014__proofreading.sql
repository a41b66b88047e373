-- The student's information check (图像信息核对) of one accepted picture.
CREATE TABLE proofreading (
    id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    no              VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    capture_no      VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    photo_no        VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account_no      VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    campaign_no     VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    school_no       VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    status          VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    rounds          INT          NOT NULL,
    opened_at       DATETIME(6)  NOT NULL,
    due_at          DATETIME(6)  NOT NULL,
    provisional     BOOLEAN      NOT NULL,
    first_answer    VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    reason          VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    note_sealed     TEXT         CHARACTER SET ascii COLLATE ascii_bin NULL,
    resolution      VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    resolution_note VARCHAR(200) NULL,
    closed_at       DATETIME(6)  NULL,
    version         INT          NOT NULL,
    UNIQUE KEY proofreading_no (no),
    -- one check per accepted picture
    UNIQUE KEY proofreading_picture (capture_no, photo_no),
    KEY proofreading_account (account_no),
    KEY proofreading_newest (opened_at, no),
    KEY proofreading_status (status, campaign_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE proofreading_evidence (
    id              BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    no              VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    proofreading_no VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    blob_key        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    added_at        DATETIME(6) NOT NULL,
    UNIQUE KEY proofreading_evidence_no (no),
    KEY proofreading_evidence_of (proofreading_no),
    CONSTRAINT proofreading_evidence_proofreading FOREIGN KEY (proofreading_no) REFERENCES proofreading (no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
