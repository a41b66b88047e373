-- What a student buys for one capture. Amounts in fen.
CREATE TABLE purchase_order (
    id                 BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    no                 VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account_no         VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    capture_no         VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    live_capture_no    VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    campaign_no        VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    status             VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    total_minor        BIGINT       NOT NULL,
    print_minor        BIGINT       NULL,
    address_sealed     TEXT         CHARACTER SET ascii COLLATE ascii_bin NULL,
    payment_no         VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    paid_minor         BIGINT       NOT NULL,
    refund_asked_minor BIGINT       NOT NULL,
    refunded_minor     BIGINT       NOT NULL,
    placed_at          DATETIME(6)  NOT NULL,
    pay_by             DATETIME(6)  NOT NULL,
    paid_at            DATETIME(6)  NULL,
    ended_at           DATETIME(6)  NULL,
    version            INT          NOT NULL,
    UNIQUE KEY purchase_order_no (no),
    -- at most one live order per capture
    UNIQUE KEY purchase_order_live_capture (live_capture_no),
    -- a payment is kept by one order
    UNIQUE KEY purchase_order_payment (payment_no),
    KEY purchase_order_capture (capture_no),
    KEY purchase_order_account (account_no, placed_at),
    KEY purchase_order_campaign (campaign_no, placed_at),
    KEY purchase_order_newest (placed_at, no),
    CONSTRAINT purchase_order_adds_up CHECK (total_minor >= 0
        AND (paid_minor = 0 OR paid_minor = total_minor)
        AND 0 <= refunded_minor AND refunded_minor <= refund_asked_minor AND refund_asked_minor <= paid_minor)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE order_line (
    id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    order_id   BIGINT      NOT NULL,
    kind       VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    quantity   INT         NOT NULL,
    unit_minor BIGINT      NOT NULL,
    UNIQUE KEY order_line_kind (order_id, kind),
    CONSTRAINT order_line_order FOREIGN KEY (order_id) REFERENCES purchase_order (id),
    CONSTRAINT order_line_amount CHECK (quantity > 0 AND unit_minor >= 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
