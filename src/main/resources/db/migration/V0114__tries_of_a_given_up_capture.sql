CREATE TABLE spent_tries (
    campaign_no   VARCHAR(24) CHARACTER SET ascii NOT NULL,
    enrolment_key VARCHAR(43) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'blind index of the enrolment',
    tries_used    INT         NOT NULL,
    PRIMARY KEY (campaign_no, enrolment_key)
) COMMENT 'Of captures that were given up; deleted when the campaign is over';
