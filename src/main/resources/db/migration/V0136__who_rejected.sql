-- Who turned a photo down stands in the capture's history, which is what everybody reads.
ALTER TABLE rejection DROP COLUMN rejected_by;
