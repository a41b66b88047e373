CREATE TABLE turned_down_upload (
    campaign_no VARCHAR(24) CHARACTER SET ascii NOT NULL,
    mark        BINARY(32)  NOT NULL COMMENT 'of the enrolment and the upload, together',
    PRIMARY KEY (campaign_no, mark)
) COMMENT 'Of captures that were given up; deleted when the campaign is over';
