-- Photos a school pulls together.
CREATE TABLE delivery (
    id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    no              VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    school_no       VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    status          VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name_scheme     VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    folder_scheme   VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    photo_count     INT          NOT NULL,
    next_cursor     VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    prepared_by     VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    prepared_at     DATETIME(6)  NOT NULL,
    pulled_at       DATETIME(6)  NULL,
    acknowledged_at DATETIME(6)  NULL,
    version         INT          NOT NULL,
    UNIQUE KEY delivery_no (no),
    KEY delivery_school (school_no, prepared_at, no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE delivery_item (
    id          BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    delivery_no VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    capture_no  VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    photo_no    VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    UNIQUE KEY delivery_item_photo (delivery_no, photo_no),
    KEY delivery_item_of (photo_no),
    CONSTRAINT delivery_item_delivery FOREIGN KEY (delivery_no) REFERENCES delivery (no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- A school's objection to one delivered photo.
CREATE TABLE dispute (
    id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    no          VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    school_no   VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    capture_no  VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    photo_no    VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    status      VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    words       VARCHAR(300) NOT NULL,
    answer      VARCHAR(300) NULL,
    opened_at   DATETIME(6)  NOT NULL,
    resolved_at DATETIME(6)  NULL,
    version     INT          NOT NULL,
    UNIQUE KEY dispute_no (no),
    KEY dispute_photo (photo_no, status),
    KEY dispute_newest (opened_at, no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- How many students a school expects in a campaign: a number, no names.
CREATE TABLE expected_count (
    id          BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    school_no   VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    campaign_no VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    students    INT         NOT NULL,
    changed_at  DATETIME(6) NOT NULL,
    UNIQUE KEY expected_count_campaign (school_no, campaign_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
