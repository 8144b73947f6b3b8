-- The bytes of a content may lie in an object store: its row then has none. The row stays what says that the content is
-- known, its size and its media type. Without bytes to compute it from, the hash is held to its form.

ALTER TABLE work.content
  ALTER COLUMN bytes DROP NOT NULL,
  ADD CONSTRAINT content_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT content_size CHECK (size >= 0);
