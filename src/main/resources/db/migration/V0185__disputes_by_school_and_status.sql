-- A school's disputes, and the open ones among many that are resolved, are read in the order of an index.
ALTER TABLE dispute
    ADD KEY dispute_school_newest (school_no, opened_at, no),
    ADD KEY dispute_school (school_no, status, opened_at, no),
    ADD KEY dispute_status (status, opened_at, no);
