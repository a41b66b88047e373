-- The trail only grows: whatever it is searched by, a page is read from an index in its order, not sorted from all there is.
ALTER TABLE audit_entry
    DROP KEY audit_entry_subject,
    DROP KEY audit_entry_actor,
    ADD KEY audit_entry_subject (subject, at, no),
    ADD KEY audit_entry_actor (actor, at, no),
    ADD KEY audit_entry_action (action, at, no);
