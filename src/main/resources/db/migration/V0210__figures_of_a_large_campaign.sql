-- A campaign's figures by day are read from the changes of its own captures, from the index alone.
ALTER TABLE state_transition
    DROP KEY state_transition_subject,
    ADD KEY state_transition_subject (subject, kind, at, to_state);

-- The captures of one campaign and status are read in the order of an index.
ALTER TABLE capture
    DROP KEY capture_campaign,
    ADD KEY capture_campaign (campaign_no, status, created_at, no);
