-- Who read what: bundles of evidence, files, names of persons. Shown to auditors and the operator, and part of no directive's timeline.

CREATE TABLE read.accesses (
  seq bigint PRIMARY KEY,
  at read.instant NOT NULL,
  recorded_at read.instant NOT NULL,
  what text NOT NULL,
  subject text COLLATE "C" NOT NULL,
  directive_id text COLLATE "C",
  range jsonb,
  shown integer,
  -- Null: the door asked no name.
  reader jsonb,
  reason text
);
CREATE INDEX accesses_of_directive ON read.accesses (directive_id, seq) WHERE directive_id IS NOT NULL;

SELECT read.keep_versions();
