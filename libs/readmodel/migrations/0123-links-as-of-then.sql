-- A link that was taken back stays as of then; the same link may be made again.
ALTER TABLE read.duty_links
  ADD COLUMN unlinked_at read.instant,
  ADD COLUMN link_seq bigint NOT NULL DEFAULT 0,
  DROP CONSTRAINT duty_links_pkey,
  ADD PRIMARY KEY (directive_id, duty_id, from_directive, from_duty, link_seq);
