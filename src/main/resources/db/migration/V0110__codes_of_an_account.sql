-- Asked for when an account closes or two become one.
ALTER TABLE opened_code ADD KEY opened_code_account (account_no);
