-- The campaign says whose school it is.
ALTER TABLE proofreading DROP COLUMN school_no;
