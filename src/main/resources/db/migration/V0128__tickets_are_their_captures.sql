-- Whose a ticket is, its capture says: one that is handed over takes its tickets along.
ALTER TABLE upload_ticket DROP COLUMN account_no;
