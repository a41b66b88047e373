-- What jobs look for among all captures that are kept, or all of a campaign, is read from an index alone: of these there may be hundreds of
-- thousands, and fetching the row of each takes longer than a statement may.
ALTER TABLE capture
    DROP KEY capture_kept,
    ADD KEY capture_kept (status, ended_at, no, changed_at, verified_at, campaign_no),
    DROP KEY capture_campaign_no,
    ADD KEY capture_campaign_no (campaign_no, no, status, ended_at);
