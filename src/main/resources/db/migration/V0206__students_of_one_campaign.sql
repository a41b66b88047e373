-- A school follows the list of one campaign in the order of last change.
ALTER TABLE capture
    DROP KEY capture_campaign,
    ADD KEY capture_campaign (campaign_no, status, changed_at, no);
