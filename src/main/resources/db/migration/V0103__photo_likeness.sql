ALTER TABLE photo
    ADD COLUMN likeness BINARY(32) NULL COMMENT 'perceptual hash of the standard picture; NULL when unusable or deleted' AFTER jpeg_bytes,
    ADD KEY photo_upload_hash (upload_hash);

ALTER TABLE rejection
    ADD KEY rejection_photo (photo_no);
