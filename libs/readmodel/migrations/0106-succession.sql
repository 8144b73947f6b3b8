-- An obligation keeps its name and gains an owner; every change of it stands in its own row, so that rates tell who took
-- over what as of any instant. A change set of units is kept as its own decider folds it.

ALTER TABLE read.obligations
  ADD COLUMN owner text COLLATE "C" NOT NULL DEFAULT '',
  -- The change set that ended its owner without an heir.
  ADD COLUMN blocked text COLLATE "C",
  -- The superior that stood there at the opening: by it rates are told.
  ADD COLUMN superior_at_opening text;
UPDATE read.obligations SET owner = unit, superior_at_opening = superior;
CREATE INDEX obligations_of_owner ON read.obligations (owner, directive_id);

CREATE TABLE read.transfers (
  obligation_id text COLLATE "C" NOT NULL,
  -- Sequence of the ledger: the last row names the owner.
  seq bigint NOT NULL,
  directive_id text COLLATE "C" NOT NULL,
  reorganisation_id text COLLATE "C" NOT NULL,
  title text NOT NULL,
  on_date text NOT NULL,
  source text NOT NULL,
  reason text,
  -- Handed back, because the change set was undone.
  back boolean NOT NULL,
  from_unit text COLLATE "C" NOT NULL,
  to_unit text COLLATE "C" NOT NULL,
  at read.instant NOT NULL,
  recorded_at read.instant NOT NULL,
  actor jsonb NOT NULL,
  PRIMARY KEY (obligation_id, seq)
);
CREATE INDEX transfers_of_reorganisation ON read.transfers (reorganisation_id, obligation_id);
CREATE INDEX transfers_by_time ON read.transfers (recorded_at);

CREATE TABLE read.reorganisations (
  reorganisation_id text COLLATE "C" PRIMARY KEY,
  seq bigint NOT NULL,
  title text NOT NULL,
  on_date text NOT NULL,
  source text NOT NULL,
  status text NOT NULL,
  change_set jsonb NOT NULL,
  decided_at read.instant NOT NULL,
  actor jsonb NOT NULL,
  ended_at read.instant,
  undone_reason text,
  record jsonb
);

-- Who acts for whom in a directive since a change set; its text keeps the old names.
CREATE TABLE read.acting_heirs (
  directive_id text COLLATE "C" NOT NULL,
  seq bigint NOT NULL,
  reorganisation_id text COLLATE "C" NOT NULL,
  title text NOT NULL,
  on_date text NOT NULL,
  from_unit text COLLATE "C" NOT NULL,
  to_unit text COLLATE "C" NOT NULL,
  PRIMARY KEY (directive_id, reorganisation_id, from_unit)
);
