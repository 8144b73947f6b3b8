-- A letter that could not be taken is kept once, however often it is delivered: by its source and the hash of what came.
-- The hash stands for itself, because the bytes of what must not be kept are not there.

ALTER TABLE work.dead_letters ADD COLUMN sha256 text;
UPDATE work.dead_letters SET sha256 = encode(sha256(bytes), 'hex');
ALTER TABLE work.dead_letters ALTER COLUMN sha256 SET NOT NULL;
ALTER TABLE work.dead_letters ADD CONSTRAINT dead_letters_once UNIQUE (source, sha256);
ALTER TABLE work.dead_letters ADD CONSTRAINT dead_letters_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$');
