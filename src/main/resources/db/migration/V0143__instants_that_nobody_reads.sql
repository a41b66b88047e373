-- A school's number counts whenever it was given, and evidence comes in the order of its rows.
ALTER TABLE expected_count DROP COLUMN changed_at;
ALTER TABLE proofreading_evidence DROP COLUMN added_at;
