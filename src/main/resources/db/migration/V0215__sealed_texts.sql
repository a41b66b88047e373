-- What is written about a photo may name or describe the person, so it is sealed from now on (SealedText), which takes more room. What is
-- stored already stays as it is until its capture is forgotten. photo.report has room enough.
ALTER TABLE rejection MODIFY COLUMN note VARCHAR(1300) NULL COMMENT 'sealed';
ALTER TABLE review MODIFY COLUMN note VARCHAR(1300) NULL COMMENT 'sealed';
ALTER TABLE review_look MODIFY COLUMN note VARCHAR(1300) NULL COMMENT 'sealed';
ALTER TABLE dispute
    MODIFY COLUMN words VARCHAR(1300) NULL COMMENT 'sealed; NULL once the capture is forgotten',
    MODIFY COLUMN answer VARCHAR(1300) NULL COMMENT 'sealed';
ALTER TABLE proofreading MODIFY COLUMN resolution_note VARCHAR(1300) NULL COMMENT 'sealed';
ALTER TABLE photo_package MODIFY COLUMN reason VARCHAR(1300) NULL COMMENT 'sealed';
ALTER TABLE print_shipment MODIFY COLUMN tracking_no VARCHAR(200) CHARACTER SET ascii NULL COMMENT 'sealed';
