-- What was told to accounts that nobody can sign in to, and whose captures are all forgotten, or to accounts that are gone: nobody reads it.
DELETE FROM account
WHERE phone IS NULL AND openid IS NULL
  AND NOT EXISTS (SELECT 1 FROM capture WHERE capture.account_no = account.no AND capture.facts_sealed IS NOT NULL);

DELETE FROM message WHERE NOT EXISTS (SELECT 1 FROM account WHERE account.no = message.account_no);

DELETE FROM message_delivery
WHERE account_no IS NOT NULL AND NOT EXISTS (SELECT 1 FROM account WHERE account.no = message_delivery.account_no);
