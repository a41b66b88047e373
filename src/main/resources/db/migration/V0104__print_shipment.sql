-- Extra prints on their way: made once the picture is accepted.
CREATE TABLE print_shipment (
    id           BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    no           VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    order_no     VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    capture_no   VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    campaign_no  VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    status       VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    prints       INT         NOT NULL,
    carrier      VARCHAR(40) NULL,
    tracking_no  VARCHAR(40) CHARACTER SET ascii NULL,
    created_at   DATETIME(6) NOT NULL,
    shipped_at   DATETIME(6) NULL,
    delivered_at DATETIME(6) NULL,
    version      INT         NOT NULL,
    UNIQUE KEY print_shipment_no (no),
    UNIQUE KEY print_shipment_order (order_no),
    KEY print_shipment_status (status, created_at, no),
    KEY print_shipment_newest (created_at, no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
