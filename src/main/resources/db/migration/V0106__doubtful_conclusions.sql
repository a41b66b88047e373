-- 可能同一人 is confirmed by the school itself (校级复核), so the school has to know of it.
UPDATE conclusion_label_reference SET doubtful = TRUE WHERE code = 'PROBABLY_SAME';
