-- the sweep asks which blobs are still named
CREATE INDEX photo_blob_key ON photo (blob_key);
CREATE INDEX photo_original_key ON photo (original_key);
CREATE INDEX proofreading_evidence_blob_key ON proofreading_evidence (blob_key);
