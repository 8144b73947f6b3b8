-- Commendations with all that is known of them, whom they are for, who is barred, and which personal values are gone.
-- Names of persons are tokens here as everywhere: only the page of one commendation asks for the names behind them.

CREATE TABLE read.commendations (
  commendation_id text COLLATE "C" PRIMARY KEY,
  directive_id text COLLATE "C",
  status text NOT NULL,
  -- Null: reported, and not stated or several.
  form text,
  awarding_body text COLLATE "C",
  nominated_by text COLLATE "C",
  -- The step somebody owes now, who, and by when; null when nothing is owed.
  step text,
  responsible text COLLATE "C",
  due_at read.instant,
  first_at read.instant NOT NULL,
  first_seq bigint NOT NULL,
  changed_at read.instant NOT NULL,
  -- The state as the decider folds it.
  record jsonb NOT NULL,
  power jsonb,
  warnings jsonb NOT NULL DEFAULT '[]'
);
CREATE INDEX commendations_in_order ON read.commendations (first_seq, commendation_id);
CREATE INDEX timeline_of_commendation ON read.timeline (stream, seq) WHERE stream LIKE 'commendation/%';

CREATE TABLE read.commendation_subjects (
  commendation_id text COLLATE "C" NOT NULL,
  ordinal integer NOT NULL,
  kind text NOT NULL,
  unit text COLLATE "C",
  name_token text COLLATE "C",
  -- How many of each kind; of an aggregate as the source counts them, else one.
  individuals integer NOT NULL,
  collectives integer NOT NULL,
  households integer NOT NULL,
  PRIMARY KEY (commendation_id, ordinal)
);
CREATE INDEX commendation_subjects_of_unit ON read.commendation_subjects (unit) WHERE unit IS NOT NULL;

CREATE TABLE read.bars (
  bar_id text COLLATE "C" PRIMARY KEY,
  unit text COLLATE "C" NOT NULL,
  kind text NOT NULL,
  from_day text COLLATE "C" NOT NULL,
  to_day text COLLATE "C",
  reason text NOT NULL,
  source text NOT NULL
);

CREATE TABLE read.erasures (
  token text COLLATE "C" PRIMARY KEY,
  at read.instant NOT NULL,
  actor jsonb NOT NULL,
  reason text NOT NULL
);

-- Mail is also about commendations, which are no round.
ALTER TABLE read.deliveries ALTER COLUMN directive_id DROP NOT NULL, ALTER COLUMN round_id DROP NOT NULL;

-- Whoever asks of other streams what an event means also carries out an erasure: value and salt, nothing else.
GRANT SELECT (token, erased_at), UPDATE (salt, value, erased_at) ON work.erasable TO dondoc_reactor;
