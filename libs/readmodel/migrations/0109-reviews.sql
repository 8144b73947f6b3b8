-- Reviews of a directive: what was called, the frozen pack by its hash, the conference, conclusions with what became of
-- them, and each task's judgement.

CREATE TABLE read.reviews (
  directive_id text COLLATE "C" NOT NULL,
  review integer NOT NULL,
  status text NOT NULL,
  called jsonb NOT NULL,
  called_at read.instant NOT NULL,
  called_by jsonb NOT NULL,
  -- {sha256, size, asOf}: what was recorded by asOf is in the pack.
  pack jsonb,
  frozen_at read.instant,
  frozen_seq bigint,
  conference jsonb,
  document text,
  lessons jsonb NOT NULL DEFAULT '[]',
  directive_ended text,
  cancelled_because text,
  PRIMARY KEY (directive_id, review)
);

CREATE TABLE read.conclusions (
  directive_id text COLLATE "C" NOT NULL,
  review integer NOT NULL,
  ordinal integer NOT NULL,
  key text NOT NULL,
  text text NOT NULL,
  status text NOT NULL,
  -- The duty it became, as it was decided.
  duty jsonb,
  reason text,
  settled_at read.instant,
  PRIMARY KEY (directive_id, review, key)
);

CREATE TABLE read.judgements (
  directive_id text COLLATE "C" NOT NULL,
  review integer NOT NULL,
  task text NOT NULL,
  judgement text NOT NULL,
  evidence jsonb NOT NULL,
  reason text NOT NULL,
  judged_by jsonb NOT NULL,
  judged_at read.instant NOT NULL,
  seq bigint NOT NULL,
  PRIMARY KEY (directive_id, review, task)
);

-- When the file is due at the archive and whether it is there; what stayed owed when the directive was concluded.
ALTER TABLE read.directives ADD COLUMN archive jsonb, ADD COLUMN owed_after jsonb;
