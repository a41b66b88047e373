-- Nothing is opened with a retired key any more; its name stays.
UPDATE code_key SET sealed_key = '' WHERE status = 'RETIRED';
