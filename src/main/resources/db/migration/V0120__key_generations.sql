-- The key file may hold several generations of keys: each has its own proof, and what the unit's keys follow from stays.
ALTER TABLE vault_check COMMENT 'One row sealed by each generation of the key file: proves at start that the file belongs to this data';

CREATE TABLE unit_key (
    generation          INT         NOT NULL PRIMARY KEY,
    key_file_generation INT         NOT NULL COMMENT 'what these keys are derived from',
    first_used_at       DATETIME(6) NOT NULL
) COMMENT 'Key pairs of this unit that were in use';
