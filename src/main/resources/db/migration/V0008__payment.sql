-- Money in: one row per prepared payment. Amounts in fen.
CREATE TABLE payment (
    id                 BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    no                 VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    subject_no         VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    payer_no           VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    gateway            VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    description        VARCHAR(60)  NOT NULL,
    amount_minor       BIGINT       NOT NULL,
    currency           CHAR(3)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    status             VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    prepay_no          VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    transaction_no     VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    paid_minor         BIGINT       NOT NULL,
    refund_asked_minor BIGINT       NOT NULL,
    refunded_minor     BIGINT       NOT NULL,
    refund_count       INT          NOT NULL,
    refund_slot_at     DATETIME(6)  NULL,
    give_back          VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    created_at         DATETIME(6)  NOT NULL,
    expires_at         DATETIME(6)  NOT NULL,
    checked_at         DATETIME(6)  NULL,
    paid_at            DATETIME(6)  NULL,
    closed_at          DATETIME(6)  NULL,
    version            INT          NOT NULL,
    UNIQUE KEY payment_no (no),
    -- money is counted once, whatever the channel repeats
    UNIQUE KEY payment_transaction (gateway, transaction_no),
    KEY payment_subject (subject_no),
    KEY payment_open (status, created_at),
    KEY payment_newest (created_at, no),
    KEY payment_paid (paid_at),
    CONSTRAINT payment_amount CHECK (amount_minor > 0),
    CONSTRAINT payment_adds_up
        CHECK (0 <= refunded_minor AND refunded_minor <= refund_asked_minor AND refund_asked_minor <= paid_minor)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Money back: the intent is written first, the channel asked later, the outcome recorded last.
CREATE TABLE refund (
    id                BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    no                VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    payment_no        VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    subject_no        VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    amount_minor      BIGINT       NOT NULL,
    reason            VARCHAR(80)  NOT NULL,
    requested_by      VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    status            VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    channel_refund_no VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    note              VARCHAR(200) NULL,
    requested_at      DATETIME(6)  NOT NULL,
    submit_at         DATETIME(6)  NOT NULL,
    checked_at        DATETIME(6)  NULL,
    settled_at        DATETIME(6)  NULL,
    version           INT          NOT NULL,
    UNIQUE KEY refund_no (no),
    KEY refund_subject (subject_no),
    KEY refund_open (status, checked_at),
    KEY refund_newest (requested_at, no),
    KEY refund_settled (settled_at),
    CONSTRAINT refund_payment FOREIGN KEY (payment_no) REFERENCES payment (no),
    CONSTRAINT refund_amount CHECK (amount_minor > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- The sandbox channel's own books: what it knows, not what we believe.
CREATE TABLE sandbox_payment (
    id             BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    prepay_no      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    payment_no     VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    amount_minor   BIGINT      NOT NULL,
    currency       CHAR(3)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state          VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    refund_outcome VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at     DATETIME(6) NOT NULL,
    version        INT         NOT NULL,
    UNIQUE KEY sandbox_payment_prepay_no (prepay_no),
    UNIQUE KEY sandbox_payment_payment_no (payment_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE sandbox_transaction (
    id             BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    transaction_no VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    payment_no     VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    paid_minor     BIGINT      NOT NULL,
    currency       CHAR(3)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    paid_at        DATETIME(6) NOT NULL,
    UNIQUE KEY sandbox_transaction_no (transaction_no),
    KEY sandbox_transaction_payment (payment_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE sandbox_refund (
    id                BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    refund_no         VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    channel_refund_no VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    transaction_no    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    amount_minor      BIGINT      NOT NULL,
    reason            VARCHAR(80) NOT NULL,
    state             VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    accepted_at       DATETIME(6) NOT NULL,
    settled_at        DATETIME(6) NULL,
    version           INT         NOT NULL,
    UNIQUE KEY sandbox_refund_no (refund_no),
    KEY sandbox_refund_transaction (transaction_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE sandbox_callback (
    id             BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    no             VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    transaction_no VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
    refund_no      VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NULL,
    due_at         DATETIME(6) NOT NULL,
    posted_at      DATETIME(6) NULL,
    UNIQUE KEY sandbox_callback_no (no),
    KEY sandbox_callback_transaction (transaction_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
